import type { ComponentType } from 'preact';
import { Later } from './Later';
import { NotFound } from './NotFound';
import type { Route } from './routes';

export type PageProperties = { route: Route };

type Import = () => Promise<{ default: ComponentType<PageProperties> }>;

const flowLogs: Import = () => import('../flowlogs/FlowLogsPage');

/** Each page is a script of its own, loaded when it is first shown; a part of the path that stands for a name is `*`. */
const pages: [string, Import][] = [
  ['', flowLogs],
  ['flowlogs', flowLogs],
  ['flowlogs/create', flowLogs],
  ['logservice', () => import('../logservice/LogServicePage')],
  ['logservice/*/*', () => import('../search/SearchPage')],
  ['logservice/*/*/dashboards', () => import('../dashboards/DashboardPage')],
  ['logservice/*/*/dashboards/*', () => import('../dashboards/DashboardPage')],
  ['network', () => import('../network/NetworkPage')],
  ['network/*', () => import('../network/NetworkPage')],
  ['network/securitygroups/*', () => import('../securitygroups/SecurityGroupPage')],
  ['usage', () => import('../usage/UsagePage')],
  ['users', () => import('../users/UsersPage')],
  ['poison', () => import('../poison/PoisonPage')],
];

const later = new Map(pages.map(([, load]) => [load, Later(load)]));
const loaded = pages.map(([pattern, load]) => ({ parts: pattern === '' ? [] : pattern.split('/'), load, page: later.get(load)! }));

const at = (path: string[]) => loaded.find(({ parts }) => parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]));

export function pageOf(path: string[]): ComponentType<PageProperties> {
  return at(path)?.page ?? NotFound;
}

/** Has the script of a page loaded that is about to be shown; if that fails, the page says so. */
export function preparePage(path: string[]): void {
  at(path)?.load().catch(() => {});
}

/** What a page is kept for: another path is another page, but what opens over the list of flow logs leaves the list as it is. */
export function keyOf(path: string[]): string {
  return path.length === 0 || (path.length === 2 && path[0] === 'flowlogs' && path[1] === 'create') ? 'flowlogs' : path.join('/');
}
