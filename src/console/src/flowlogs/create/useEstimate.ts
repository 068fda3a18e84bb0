import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../api/problem';
import { useSession } from '../../app/session';
import { asProblem } from '../../ui/asked';
import type { Estimate } from './estimate';

const pause = 500;

/** `asking` is what the answer is being fetched for; an answer that is shown meanwhile is of what was proposed before. */
export type Estimating = { estimate: Estimate | undefined; problem: ApiProblem | undefined; asking: boolean; again: () => void };

/** Asks what a proposed flow log would cost, when the proposal has not changed for a moment. */
export function useEstimate(body: Record<string, unknown> | undefined): Estimating {
  const { api } = useSession();
  const [state, setState] = useState<{ estimate?: Estimate; problem?: ApiProblem; asking: boolean }>({ asking: false });
  const [round, setRound] = useState(0);
  const latest = useRef(api);
  latest.current = api;
  const key = body && JSON.stringify(body);
  useEffect(() => {
    if (key === undefined) {
      setState({ asking: false });
      return;
    }
    setState((before) => ({ estimate: before.estimate, asking: true }));
    const abort = new AbortController();
    const timer = setTimeout(() => {
      latest.current.change<Estimate>('POST', 'flowlogs/estimate', body, { signal: abort.signal }).then(
        (estimate) => !abort.signal.aborted && setState({ estimate, asking: false }),
        (reason: unknown) => !abort.signal.aborted && setState({ problem: asProblem(reason), asking: false }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, round]);
  return { estimate: state.estimate, problem: state.problem, asking: state.asking, again: () => setRound(round + 1) };
}
