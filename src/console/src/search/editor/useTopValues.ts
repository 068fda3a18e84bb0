import { useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from '../../app/session';
import type { Span } from '../types';

const delay = 150;
const most = 20;
/** Fields that have so many values, or such ones, that the frequent ones help nobody. */
const open = new Set(['packets', 'bytes', 'start', 'end', '__time__', 'bytes-error']);

/** The most frequent values of a field in a range, asked for once a field and range, a moment after they are wanted. */
export function useTopValues(store: string, span: Span, field: string | undefined): (field: string) => string[] {
  const api = useApi();
  const cache = useRef(new Map<string, string[]>());
  const [, setRound] = useState(0);
  const key = (name: string) => `${name} ${span.from} ${span.to}`;
  useEffect(() => {
    if (field === undefined || open.has(field) || cache.current.has(key(field))) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.get<{ items: { key: string }[] }>(`${store}/top`, { field, by: 'records', limit: most, ...span }, abort.signal).then(
        ({ items }) => {
          cache.current.set(key(field), items.map((item) => item.key).filter((value) => value !== '-'));
          setRound((before) => before + 1);
        },
        () => undefined,
      );
    }, delay);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, store, field, span.from, span.to]);
  return (name) => cache.current.get(key(name)) ?? [];
}
