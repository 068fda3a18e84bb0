import type { Logstore, Project } from './logservice';

/** A Project that is shown, with those of its Logstores that are; undefined while they have not been read. */
export type ShownProject = { project: Project; logstores: Logstore[] | undefined; byLogstore: boolean };

/** Those that fit by name or description: a Project with all its Logstores, or with the ones that fit. */
export function shownProjects(projects: Project[], logstores: Record<string, Logstore[] | undefined>, filter: string): ShownProject[] {
  const wanted = filter.trim().toLowerCase();
  const fits = (item: { name: string; description: string }) => `${item.name}\n${item.description}`.toLowerCase().includes(wanted);
  return projects.flatMap((project): ShownProject[] => {
    const own = logstores[project.name];
    if (fits(project)) return [{ project, logstores: own, byLogstore: false }];
    const fitting = own?.filter(fits) ?? [];
    return fitting.length > 0 ? [{ project, logstores: fitting, byLogstore: true }] : [];
  });
}

const none = '-';
const few = 3;

/** The Projects that a link has open, by their names, which have no commas; a link that says nothing opens them if they are few. */
export function readOpen(params: URLSearchParams, projects: Project[]): string[] {
  const said = params.get('open');
  if (said === null) return projects.length <= few ? projects.map(({ name }) => name) : [];
  return said.split(',').filter((name) => name !== '' && name !== none);
}

export const writeOpen = (names: string[]): string => (names.length === 0 ? none : names.join(','));
