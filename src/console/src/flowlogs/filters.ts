import { resourceTypes, statuses, trafficTypes } from './flowLog';

/** What the list is narrowed to; empty is everything. */
export type Filters = { name: string; status: string; resourceType: string; trafficType: string; project: string; logstore: string };

const names = ['name', 'status', 'resourceType', 'trafficType', 'project', 'logstore'] as const;

/** What a link asks for; a value that no flow log can have is left out. */
export function readFilters(params: URLSearchParams): Filters {
  const one = (name: string, of: string[]) => of.find((value) => value === params.get(name)) ?? '';
  const project = params.get('project') ?? '';
  return {
    name: params.get('name') ?? '',
    status: one('status', statuses),
    resourceType: one('resourceType', resourceTypes),
    trafficType: one('trafficType', trafficTypes),
    project,
    logstore: project === '' ? '' : (params.get('logstore') ?? ''),
  };
}

/** As the API takes them and links have them: what is empty is left out. */
export function writeFilters(filters: Filters): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, filters[name] === '' ? undefined : filters[name]]));
}

export const anyFilter = (filters: Filters): boolean => names.some((name) => filters[name] !== '');
