import { useEffect, useState } from 'preact/hooks';
import { at } from '../api/api';
import type { ApiProblem } from '../api/problem';
import { useSession } from '../app/session';
import { asProblem } from '../ui/asked';
import type { Logstore } from './logservice';

type Read = { items?: Logstore[]; problem?: ApiProblem };

const parallel = 4;

/** The Logstores of Projects, read when a Project is opened, and kept. */
export function useLogstores(open: string[]): { read: Record<string, Read>; load: (project: string) => Promise<void>; loadAll: (projects: string[]) => Promise<void> } {
  const { api } = useSession();
  const [read, setRead] = useState<Record<string, Read>>({});
  const load = async (project: string) => {
    try {
      const items = await api.all<Logstore>(at`projects/${project}/logstores`);
      setRead((before) => ({ ...before, [project]: { items } }));
    } catch (reason) {
      setRead((before) => ({ ...before, [project]: { ...before[project], problem: asProblem(reason) } }));
    }
  };
  const loadAll = async (projects: string[]) => {
    const left = projects.filter((project) => read[project]?.items === undefined);
    const work = async () => {
      for (let project = left.shift(); project !== undefined; project = left.shift()) await load(project);
    };
    await Promise.all(Array.from({ length: parallel }, work));
  };
  useEffect(() => {
    for (const project of open) if (read[project] === undefined) void load(project);
  }, [open.join(',')]);
  return { read, load, loadAll };
}
