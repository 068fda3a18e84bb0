import { useState } from 'preact/hooks';
import type { Versioned } from '../api/api';
import type { ApiProblem } from '../api/problem';
import { useSession } from '../app/session';
import { useAsked, useTask, type Asked } from './asked';

/** A resource that is read with its version, and saved only if nobody was faster; `overtaken` says that somebody was. */
export type Edit<T> = { asked: Asked<Versioned<T>>; save: (body: object) => Promise<boolean>; busy: boolean; problem: ApiProblem | undefined; overtaken: boolean; again: () => void };

export function useEdit<T>(path: string, onSaved: () => void): Edit<T> {
  const { api } = useSession();
  const [round, setRound] = useState(0);
  const asked = useAsked((signal) => api.getVersioned<T>(path, signal), [path, round]);
  const task = useTask(async (body: object) => {
    await api.change('PATCH', path, body, { ifMatch: asked.value?.etag });
    onSaved();
  });
  const overtaken = task.problem?.status === 412;
  const again = () => {
    task.clear();
    setRound(round + 1);
  };
  return { asked, save: task.run, busy: task.busy || asked.loading, problem: overtaken ? undefined : task.problem, overtaken, again };
}
