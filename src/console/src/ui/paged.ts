import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Page, Parameters } from '../api/api';
import type { ApiProblem } from '../api/problem';
import { useApi } from '../app/session';
import { asProblem } from './asked';

/** A list of the API, read a page at a time. */
export type Paged<T> = {
  items: T[] | undefined;
  problem: ApiProblem | undefined;
  loading: boolean;
  /** Reads the next page; undefined at the list's end. */
  more: (() => void) | undefined;
  reload: () => void;
};

/** Reads the first page, or with `whole` all of them up to 5,000 items, whenever the path or the parameters change. */
export function usePaged<T>(path: string, query: Parameters, whole = false, size = 100): Paged<T> {
  const api = useApi();
  const [state, setState] = useState<{ items?: T[]; cursor?: string; problem?: ApiProblem; loading: boolean }>({ loading: true });
  const [round, setRound] = useState(0);
  const shown = useRef(0);
  shown.current = state.items?.length ?? 0;
  const abort = useRef(new AbortController());
  const key = JSON.stringify(query);
  const read = useCallback(async (before: T[], from: string | undefined, most: number) => {
    const { signal } = abort.current;
    setState((last) => ({ ...last, loading: true }));
    try {
      const items = [...before];
      let cursor = from;
      do {
        const page: Page<T> = await api.get<Page<T>>(path, { ...query, limit: Math.min(1000, most - items.length), cursor }, signal);
        items.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined && items.length < most);
      if (!signal.aborted) setState({ items, cursor, loading: false });
    } catch (reason) {
      if (!signal.aborted) setState((last) => ({ ...last, problem: asProblem(reason), loading: false }));
    }
  }, [api, path, key]);
  useEffect(() => {
    abort.current = new AbortController();
    const { current } = abort;
    void read([], undefined, whole ? 5000 : Math.max(size, shown.current));
    return () => current.abort();
  }, [read, whole, size, round]);
  const { items, cursor, problem, loading } = state;
  const more = cursor === undefined ? undefined : () => void read(items ?? [], cursor, (items ?? []).length + size);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  return { items, problem, loading, more, reload };
}
