import { ApiProblem } from '../../api/problem';
import { useApi } from '../../app/session';
import { useAsked } from '../../ui/asked';
import type { HistogramAnswer, QueryAnswer, Span } from '../types';
import { gapsOf, type EniRuns, type Gap } from './gaps';
import { stacksOf, type Stack } from './stacks';

export type Histogram = { answer: HistogramAnswer | undefined; problem: ApiProblem | undefined; loading: boolean; stacks: Stack[] | undefined; gaps: Gap[] };

type Details = { of: HistogramAnswer; stacks: Stack[] | undefined; gaps: Gap[] };

const mostGroups = 10000;
const mostEnis = 200;
const none: Gap[] = [];

/** Asks for the histogram of a search, if there is one; and once it is there, for the same by action and for what is missing. */
export function useHistogram(store: string, search: string | undefined, span: Span, buckets: number, round: number): Histogram {
  const api = useApi();
  const asked = useAsked(async (signal) => (search === undefined ? undefined : await api.get<HistogramAnswer>(`${store}/histogram`, { query: search, ...span, buckets }, signal)), [api, store, search, span.from, span.to, buckets, round]);
  const answer = asked.value;
  const detailed = useAsked(async (signal): Promise<Details | undefined> => {
    if (answer === undefined) return undefined;
    const { skipped, late, lost, pending } = answer.completeness;
    const [groups, enis] = await Promise.all([
      answer.count === 0 ? undefined : optional(api.get<QueryAnswer>(`${store}/groups`, { query: search, ...span, by: 'action', interval: answer.bucketSeconds, limit: mostGroups }, signal)),
      skipped + late + lost + pending === 0 ? undefined : optional(api.get<{ items: EniRuns[] }>(`${store}/completeness`, { ...span, limit: mostEnis }, signal)),
    ]);
    return { of: answer, stacks: groups && stacksOf(answer.items, answer.bucketSeconds, groups), gaps: enis === undefined ? none : gapsOf(enis.items, span) };
  }, [answer]);
  const details = detailed.value?.of === answer ? detailed.value : undefined;
  return { answer, problem: asked.problem, loading: asked.loading, stacks: details?.stacks, gaps: details?.gaps ?? none };
}

/** What the picture can do without. */
const optional = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((problem: unknown) => {
    if (problem instanceof ApiProblem) return undefined;
    throw problem;
  });
