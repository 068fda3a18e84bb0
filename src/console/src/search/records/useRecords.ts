import { useEffect, useState } from 'preact/hooks';
import { useApi } from '../../app/session';
import { useAsked, useTask, type Asked } from '../../ui/asked';
import type { ApiProblem } from '../../api/problem';
import type { FlowRecord, RecordsAnswer, Span } from '../types';

const firstPage = 100;
const nextPage = 500;

export type Records = { asked: Asked<RecordsAnswer | undefined>; items: FlowRecord[]; more: (() => void) | undefined; busy: boolean; problem: ApiProblem | undefined };

/** The records that a search finds, page after page; of none nothing is asked. */
export function useRecords(store: string, search: string | undefined, span: Span, order: 'newest' | 'oldest', round: number): Records {
  const api = useApi();
  const call = { query: search, ...span, reverse: order === 'newest' };
  const asked = useAsked(async (signal) => (search === undefined ? undefined : await api.get<RecordsAnswer>(`${store}/records`, { ...call, limit: firstPage }, signal)), [api, store, search, span.from, span.to, order, round]);
  const [rest, setRest] = useState<{ of: RecordsAnswer | undefined; items: FlowRecord[]; cursor: string | undefined }>({ of: undefined, items: [], cursor: undefined });
  useEffect(() => setRest({ of: asked.value, items: [], cursor: asked.value?.cursor }), [asked.value]);
  const current = rest.of === asked.value;
  const cursor = current ? rest.cursor : undefined;
  const task = useTask(async () => {
    const page = await api.get<RecordsAnswer>(`${store}/records`, { ...call, limit: nextPage, cursor });
    setRest((before) => (before.of === asked.value ? { ...before, items: [...before.items, ...page.items], cursor: page.cursor } : before));
  });
  return {
    asked, busy: task.busy, problem: task.problem,
    items: [...(asked.value?.items ?? []), ...(current ? rest.items : [])],
    more: cursor === undefined ? undefined : () => void task.run(),
  };
}
