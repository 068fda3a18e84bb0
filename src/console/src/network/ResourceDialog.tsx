import { useState } from 'preact/hooks';
import { at, type Versioned } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useAsked, useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useFirstWrong } from '../ui/firstWrong';
import { Loaded } from '../ui/Loaded';
import { Loading, Notice, ProblemNotice } from '../ui/Notice';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import { kitTexts } from '../ui/texts';
import { messagesAt, type Form } from './form';
import type { Resource } from './resources';
import { networkTexts } from './texts';
import type { Network } from './useNetwork';

type Properties<R, V> = { title: string; form: Form<R, V>; network: Network; id?: string; start?: Partial<V>; onClose: () => void; onDone: (resource: R) => void };

/** Makes a resource, or changes the one with `id` as it is now: somebody else's change in between is not overwritten. */
export function ResourceDialog<R extends Resource, V extends object>(properties: Properties<R, V>) {
  if (properties.form.choosesFromNetwork && !properties.network.loaded) return <Dialog title={properties.title} wide={properties.form.wide} onClose={properties.onClose}><Loading /></Dialog>;
  return properties.id === undefined ? <Filled {...properties} /> : <Edited {...properties} id={properties.id} />;
}

function Edited<R extends Resource, V extends object>(properties: Properties<R, V> & { id: string }) {
  const api = useApi();
  const { form, id, title, onClose } = properties;
  const asked = useAsked((signal) => api.getVersioned<R>(`${form.path}/${at`${id}`}`, signal), [api, form.path, id]);
  if (asked.value === undefined || asked.loading) return <Dialog title={title} wide={form.wide} onClose={onClose}><Loaded asked={{ ...asked, value: undefined }}>{() => null}</Loaded></Dialog>;
  return <Filled key={asked.value.etag} {...properties} now={asked.value} reload={asked.reload} />;
}

function Filled<R extends Resource, V extends object>({ title, form, network, id, start, now, reload, onClose, onDone }: Properties<R, V> & { now?: Versioned<R>; reload?: () => void }) {
  const api = useApi();
  const kit = useTexts(kitTexts);
  const text = useTexts(networkTexts);
  const [values, setValues] = useState<V>({ ...form.values(now?.value), ...start });
  const body = form.body(values, now !== undefined);
  const task = useTask(async () => {
    onDone(id === undefined ? await api.change<R>('POST', form.path, body) : await api.change<R>('PATCH', `${form.path}/${at`${id}`}`, body, { ifMatch: now?.etag }));
  });
  const problem = useStanding(task, body);
  const problemsOf = useProblemsOf(problem);
  const element = useFirstWrong(task.problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void task.run();
  };
  const stale = task.problem?.status === 412;
  return (
    <Dialog title={title} wide={form.wide} onClose={onClose}>
      <form ref={element} class="form" onSubmit={submit} noValidate>
        <form.Fields values={values} set={(changes) => setValues((before) => ({ ...before, ...changes }))} errors={(field) => messagesAt(problem?.errors ?? [], field, (each) => problemsOf(each, 'exact'))} editing={now !== undefined} network={network} />
        {stale ? <Notice kind="warning"><p>{text.stale}</p><Button size="small" onClick={reload}>{text.takeTheirs}</Button></Notice> : <ProblemNotice problem={problem} shown={form.fields} />}
        <div class="dialog-buttons">
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button kind="primary" type="submit" busy={task.busy}>{now === undefined ? kit.create : kit.save}</Button>
        </div>
      </form>
    </Dialog>
  );
}
