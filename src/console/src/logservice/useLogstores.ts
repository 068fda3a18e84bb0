import { useEffect, useState } from 'preact/hooks';
import { at } from '../api/api';
import type { ApiProblem } from '../api/problem';
import { useSession } from '../app/session';
import { asProblem } from '../ui/asked';
import type { Logstore } from './logservice';

type Read = { items?: Logstore[]; problem?: ApiProblem };

export type Logstores = {
  read: Record<string, Read>;
  load: (project: string) => Promise<void>;
  loadAll: (projects: string[]) => Promise<void>;
  /** Of how many Projects the Logstores have been read, while those of all are. */
  done: number | undefined;
};

const parallel = 4;

/** The Logstores of Projects, read when a Project is opened, and kept. */
export function useLogstores(open: string[]): Logstores {
  const { api } = useSession();
  const [read, setRead] = useState<Record<string, Read>>({});
  const [done, setDone] = useState<number>();
  const ask = async (project: string): Promise<Read> => {
    try {
      return { items: await api.all<Logstore>(at`projects/${project}/logstores`) };
    } catch (reason) {
      return { problem: asProblem(reason) };
    }
  };
  const load = async (project: string) => {
    const answer = await ask(project);
    setRead((before) => ({ ...before, [project]: { ...before[project], problem: undefined, ...answer } }));
  };
  const loadAll = async (projects: string[]) => {
    const left = projects.filter((project) => read[project]?.items === undefined);
    const answers: Record<string, Read> = {};
    const told = projects.length - left.length;
    setDone(told);
    const work = async () => {
      for (let project = left.shift(); project !== undefined; project = left.shift()) {
        answers[project] = await ask(project);
        setDone(told + Object.keys(answers).length);
      }
    };
    await Promise.all(Array.from({ length: parallel }, work));
    // All at once: thousands of rows are not drawn again for each Project.
    setRead((before) => ({ ...before, ...answers }));
    setDone(undefined);
  };
  useEffect(() => {
    for (const project of open) if (read[project] === undefined) void load(project);
  }, [open.join(',')]);
  return { read, load, loadAll, done };
}
