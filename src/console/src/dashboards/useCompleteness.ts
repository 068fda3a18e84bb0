import { at } from '../api/api';
import { useApi } from '../app/session';
import { useAsked } from '../ui/asked';
import type { CompletenessAnswer } from './completeness';
import { isoAt, type Scope } from './scope';

/** What is known of each ENI's minutes in the range. */
export function useCompleteness(project: string, logstore: string, scope: Scope, round: number) {
  const api = useApi();
  return useAsked(
    (signal) => api.get<CompletenessAnswer>(`${at`projects/${project}/logstores/${logstore}`}/completeness`, { from: isoAt(scope.from), to: isoAt(scope.to), limit: 1000 }, signal),
    [api, project, logstore, scope.from, scope.to, round],
  );
}
