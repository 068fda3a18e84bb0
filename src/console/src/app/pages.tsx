import type { ComponentType } from 'preact';
import type { Call } from '../api/ahead';
import type { Api } from '../api/api';
import { firstCalls as firstOfDashboard } from '../dashboards/firstCalls';
import { firstCalls as firstOfFlowLogs } from '../flowlogs/firstCalls';
import { firstCalls as firstOfSearch } from '../search/firstCalls';
import { fetchCharts } from '../ui/loadCharts';
import { Later } from './Later';
import { NotFound } from './NotFound';
import type { PageProperties } from './page';
import type { Route } from './routes';

type Import = () => Promise<{ default: ComponentType<PageProperties> }>;

const flowLogs: Import = () => import('../flowlogs/FlowLogsPage');

/** What a page asks for as soon as it is shown. */
type FirstCalls = (route: Route) => Call[];

/** Each page is a script of its own, loaded when it is first shown; a part of the path that stands for a name is `*`. */
const pages: [string, Import, FirstCalls?, 'charts'?][] = [
  ['', flowLogs, firstOfFlowLogs],
  ['flowlogs', flowLogs, firstOfFlowLogs],
  ['flowlogs/create', flowLogs, firstOfFlowLogs],
  ['logservice', () => import('../logservice/LogServicePage')],
  ['logservice/*/*', () => import('../search/SearchPage'), firstOfSearch, 'charts'],
  ['logservice/*/*/dashboards', () => import('../dashboards/DashboardPage'), firstOfDashboard, 'charts'],
  ['logservice/*/*/dashboards/*', () => import('../dashboards/DashboardPage'), firstOfDashboard, 'charts'],
  ['network', () => import('../network/NetworkPage')],
  ['network/*', () => import('../network/NetworkPage')],
  ['network/securitygroups/*', () => import('../securitygroups/SecurityGroupPage')],
  ['usage', () => import('../usage/UsagePage')],
  ['users', () => import('../users/UsersPage')],
  ['poison', () => import('../poison/PoisonPage')],
];

const later = new Map(pages.map(([, load]) => [load, Later(load)]));
const loaded = pages.map(([pattern, load, first, charts]) => ({ parts: pattern === '' ? [] : pattern.split('/'), load, first, charts, page: later.get(load)! }));

const at = (path: string[]) => loaded.find(({ parts }) => parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]));

export function pageOf(path: string[]): ComponentType<PageProperties> {
  return at(path)?.page ?? NotFound;
}

/** Has the script of a page loaded that is about to be shown, and its first calls sent; if that fails, the page says so. */
export function preparePage(route: Route, api: Api, region: string | null): void {
  const page = at(route.path);
  if (page === undefined) return;
  page.load().catch(() => {});
  (region === null ? api : api.in(region)).sendAhead(page.first?.(route) ?? []);
  if (page.charts) fetchCharts();
}

/** What a page is kept for: another path is another page, but what opens over the list of flow logs leaves the list as it is. */
export function keyOf(path: string[]): string {
  return path.length === 0 || (path.length === 2 && path[0] === 'flowlogs' && path[1] === 'create') ? 'flowlogs' : path.join('/');
}
