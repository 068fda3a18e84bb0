import type { Call } from '../api/ahead';
import { at } from '../api/api';
import type { Route } from '../app/routes';

/** The Logstore, which says whether it can be searched, and the language of searches. */
export function firstCalls({ path: [, project = '', logstore = ''] }: Route): Call[] {
  return [[at`projects/${project}/logstores/${logstore}`, {}], ['search/language', {}]];
}
