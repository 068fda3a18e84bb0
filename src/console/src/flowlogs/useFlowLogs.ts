import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Api, Page } from '../api/api';
import type { ApiProblem } from '../api/problem';
import { asProblem } from '../ui/asked';
import { writeFilters, type Filters } from './filters';
import { pageSize } from './firstCalls';
import { refreshAfter, type FlowLog } from './flowLog';

export type FlowLogs = { items: FlowLog[] | undefined; more: boolean; problem: ApiProblem | undefined; loading: boolean; reload: () => void; loadMore: () => void };

type State = { items?: FlowLog[]; cursor?: string; problem?: ApiProblem; loading: boolean };

/** The flow logs that the filters let through, kept up to date: every 2 s while one of them settles, else every 30 s. */
export function useFlowLogs(api: Api, filters: Filters): FlowLogs {
  const [state, setState] = useState<State>({ loading: true });
  const [round, setRound] = useState(0);
  const running = useRef<AbortController>(undefined);
  const latest = useRef(state);
  latest.current = state;
  const key = JSON.stringify(filters);
  const ask = useCallback(
    async (count: number, cursor: string | undefined): Promise<void> => {
      running.current?.abort();
      const abort = (running.current = new AbortController());
      try {
        const page = await read(api, filters, count, cursor, abort.signal);
        if (abort.signal.aborted) return;
        const before = cursor === undefined ? [] : (latest.current.items ?? []);
        setState({ items: [...before, ...page.items], loading: false, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) });
      } catch (reason) {
        if (!abort.signal.aborted) setState((old) => ({ ...old, problem: asProblem(reason), loading: false }));
      }
    },
    [key],
  );
  useEffect(() => {
    setState((old) => ({ ...old, loading: true }));
    void ask(pageSize, undefined);
    return () => running.current?.abort();
  }, [ask]);
  useEffect(() => {
    if (round > 0) void ask(Math.max(pageSize, latest.current.items?.length ?? 0), undefined);
  }, [round]);
  const reload = useCallback(() => setRound((old) => old + 1), []);
  useEffect(() => {
    if (state.loading) return;
    const timer = setTimeout(() => document.visibilityState === 'visible' && reload(), refreshAfter(state.items ?? []) * 1000);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const follow = () => document.visibilityState === 'visible' && reload();
    document.addEventListener('visibilitychange', follow);
    return () => document.removeEventListener('visibilitychange', follow);
  }, []);
  const loadMore = () => {
    setState((old) => ({ ...old, loading: true }));
    void ask(pageSize, state.cursor);
  };
  return { items: state.items, more: state.cursor !== undefined, problem: state.problem, loading: state.loading, reload, loadMore };
}

/** `count` flow logs, in as many requests as that takes. */
async function read(api: Api, filters: Filters, count: number, cursor: string | undefined, signal: AbortSignal): Promise<Page<FlowLog>> {
  const items: FlowLog[] = [];
  let next = cursor;
  do {
    const page = await api.get<Page<FlowLog>>('flowlogs', { ...writeFilters(filters), limit: Math.min(1000, count - items.length), cursor: next }, signal);
    items.push(...page.items);
    next = page.cursor;
  } while (next !== undefined && items.length < count);
  return next === undefined ? { items } : { items, cursor: next };
}
