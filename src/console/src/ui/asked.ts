import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../api/problem';

/** What was asked of the API: on its way, there, or refused. While it is asked again the last answer stays. */
export type Asked<T> = { value: T | undefined; problem: ApiProblem | undefined; loading: boolean; reload: () => void };

/** Asks when the page is shown and whenever one of `on` changes; what was asked before is given up. */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>, on: unknown[]): Asked<T> {
  const [state, setState] = useState<{ value?: T; problem?: ApiProblem; loading: boolean; of?: string }>({ loading: true });
  const [round, setRound] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    latest.current(abort.signal).then(
      (value) => !abort.signal.aborted && setState({ value, loading: false }),
      (problem: unknown) => !abort.signal.aborted && setState((before) => ({ ...before, problem: asProblem(problem), loading: false })),
    );
    return () => abort.abort();
  }, [...on, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { value: state.value, problem: state.problem, loading: state.loading, reload };
}

/** Runs what a button starts, one at a time; `problem` is why the last one failed. */
export function useTask<A extends unknown[]>(work: (...args: A) => Promise<void>): { run: (...args: A) => Promise<boolean>; busy: boolean; problem: ApiProblem | undefined; clear: () => void } {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const run = async (...args: A): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      await work(...args);
      return true;
    } catch (reason) {
      setProblem(asProblem(reason));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem, clear: () => setProblem(undefined) };
}

/** Asks again every `seconds` while the page is looked at. */
export function useRefresh(reload: () => void, seconds: number | undefined): void {
  useEffect(() => {
    if (seconds === undefined) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), seconds * 1000);
    return () => clearInterval(timer);
  }, [reload, seconds]);
}

export function asProblem(reason: unknown): ApiProblem {
  if (reason instanceof ApiProblem) return reason;
  console.error(reason);
  return new ApiProblem(0, 'ConsoleError', reason instanceof Error ? reason.message : String(reason));
}
