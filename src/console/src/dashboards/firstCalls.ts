import type { Call } from '../api/ahead';
import { at } from '../api/api';
import type { Route } from '../app/routes';
import { absolute } from '../ui/timeRange';
import { isoAt, scopeOf } from './scope';
import { readView } from './state';

/** The report, as the dashboard asks for it: of whole minutes, so that it asks for the same a moment later. With filters it asks otherwise. */
export function firstCalls({ path: [, project = '', logstore = '', , name = 'summary'], params }: Route, now = new Date()): Call[] {
  const view = readView(params);
  const place = at`projects/${project}/logstores/${logstore}`;
  const { from, to } = scopeOf(absolute(view.range, now));
  const range = { from: isoAt(from), to: isoAt(to) };
  const report: Call = [name === 'summary' ? `${place}/dashboard` : `${place}/reports/${encodeURIComponent(name)}`, { ...range, top: view.top }];
  const whole = { limit: 1000 };
  return [...(view.filters.length > 0 ? [] : [report]), [`${place}/completeness`, { ...range, limit: 1000 }], ['enis', whole], ['vpcs', whole], ['securitygroups', whole]];
}
