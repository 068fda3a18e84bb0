import { pointsOf, secondsAt, type Scope } from './scope';

export type Totals = { share?: number; observed: number; noTraffic: number; sampled: number; skipped: number; late: number; lost: number; notLogged: number; pending: number };

export type CompletenessAnswer = { totals: Totals; items: { eniId: string; runs: { from: string; to: string; state: string }[] }[]; cursor?: string };

/** Of a point in time: whether all is there, something is missing or still to come, or nobody looked. */
export type PointState = 'complete' | 'missing' | 'pending' | 'unknown';

const stateOf: Record<string, PointState> = { observed: 'complete', noTraffic: 'complete', sampled: 'complete', skipped: 'missing', late: 'missing', lost: 'missing', pending: 'pending' };
const rank: Record<PointState, number> = { unknown: 0, complete: 1, pending: 2, missing: 3 };

/** The states of a scope's points: of each the worst of any ENI's minutes in it. */
export function pointStates(answer: CompletenessAnswer | undefined, scope: Scope): PointState[] {
  const points = pointsOf(scope);
  const states: PointState[] = points.map(() => 'unknown');
  const first = points[0] ?? 0;
  for (const { runs } of answer?.items ?? []) {
    for (const run of runs) {
      const state = stateOf[run.state] ?? 'unknown';
      const begin = Math.max(0, Math.floor((secondsAt(run.from) - first) / scope.bucketSeconds));
      const end = Math.min(points.length, Math.ceil((secondsAt(run.to) - first) / scope.bucketSeconds));
      for (let index = begin; index < end; index++) if (rank[state] > rank[states[index]!]) states[index] = state;
    }
  }
  return states;
}

/** Stretches of points of which something is missing: places of the first and the last. */
export function stretches(states: PointState[]): [number, number][] {
  const found: [number, number][] = [];
  states.forEach((state, index) => {
    if (state !== 'missing') return;
    const last = found.at(-1);
    if (last !== undefined && last[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  });
  return found;
}
