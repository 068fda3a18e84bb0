import type { Call } from '../api/ahead';
import type { Route } from '../app/routes';
import { readFilters, writeFilters } from './filters';

export const pageSize = 50;

/** The list, the authorization and what flow logs can be about. */
export function firstCalls({ params }: Route): Call[] {
  const whole = { limit: 1000 };
  return [['flowlogs', { ...writeFilters(readFilters(params)), limit: pageSize }], ['authorization', {}], ['vpcs', whole], ['vswitches', whole], ['enis', whole], ['projects', whole]];
}
