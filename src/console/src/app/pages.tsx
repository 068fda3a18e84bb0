import type { ComponentType } from 'preact';
import { Later } from './Later';
import { NotFound } from './NotFound';
import type { Route } from './routes';

export type PageProperties = { route: Route };

type Import = () => Promise<{ default: ComponentType<PageProperties> }>;

/** Each page is a script of its own, loaded when it is first shown; a part of the path that stands for a name is `*`. */
const pages: [string, Import][] = [
  ['', () => import('../flowlogs/FlowLogsPage')],
  ['flowlogs', () => import('../flowlogs/FlowLogsPage')],
  ['flowlogs/create', () => import('../flowlogs/FlowLogsPage')],
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

const loaded = pages.map(([pattern, load]) => ({ parts: pattern === '' ? [] : pattern.split('/'), page: Later(load) }));

export function pageOf(path: string[]): ComponentType<PageProperties> {
  const found = loaded.find(({ parts }) => parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]));
  return found?.page ?? NotFound;
}
