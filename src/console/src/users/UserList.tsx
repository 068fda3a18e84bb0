import { useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import type { Route } from '../app/routes';
import { useApi } from '../app/session';
import { matches } from '../network/matching';
import { useFragment } from '../network/useFragment';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { useFormat, zoneName } from '../ui/format';
import { More } from '../ui/More';
import { Empty, Loading, ProblemNotice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { usePaged } from '../ui/paged';
import { Table } from '../ui/Table';
import { kitTexts } from '../ui/texts';
import { CreateUser } from './CreateUser';
import { KeyList } from './KeyList';
import { userTexts } from './texts';
import type { User } from './user';

export function UserList({ route }: { route: Route }) {
  const api = useApi();
  const text = useTexts(userTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const change = useFragment(route);
  const [creating, setCreating] = useState(false);
  const [gone, setGone] = useState<User>();
  const wanted = (route.params.get('q') ?? '').trim();
  const paged = usePaged<User>('users', {}, wanted !== '');
  const rows = paged.items?.filter((user) => wanted === '' || matches(user, wanted));
  const remove = useTask(async (user: User) => {
    await api.change('DELETE', at`users/${user.name}`);
    setGone(undefined);
    paged.reload();
  });
  const create = <Button kind="primary" onClick={() => setCreating(true)}>{text.create}</Button>;
  return (
    <Section title={text.list} actions={<><Button busy={paged.loading} onClick={paged.reload}>{kit.refresh}</Button>{create}</>}>
      <p><input type="search" aria-label={text.filter} placeholder={text.filter} value={route.params.get('q') ?? ''} onInput={(event) => change({ q: event.currentTarget.value }, true)} /></p>
      <ProblemNotice problem={paged.problem} retry={paged.reload} />
      {rows === undefined ? paged.loading && <Loading /> : (
        <Table
          caption={text.list}
          rows={rows}
          keyOf={(user) => user.name}
          empty={wanted === '' ? <Empty action={create}>{text.empty}</Empty> : <Empty>{text.noMatch}</Empty>}
          columns={[
            { name: 'name', title: text.name, cell: (user) => <><b class="break">{user.name}</b>{user.description && <div class="faint break">{user.description}</div>}</> },
            { name: 'keys', title: text.keys, cell: (user) => <KeyList path={at`users/${user.name}/accesskeys`} owner={user.name} keys={user.accessKeys ?? []} onChanged={paged.reload} /> },
            { name: 'created', title: text.created, minor: true, cell: (user) => format.time(user.createdAt) },
            { name: 'actions', title: text.actions, cell: (user) => <Button kind="quiet" size="small" label={text.deleteUser(user.name)} onClick={() => setGone(user)}>{kit.remove}</Button> },
          ]}
        />
      )}
      <More paged={paged} />
      <p class="hint">{text.zone(zoneName())}</p>
      {creating && <CreateUser onClose={() => setCreating(false)} onDone={() => { setCreating(false); paged.reload(); }} />}
      {gone && (
        <ConfirmDialog title={text.deleteUser(gone.name)} action={kit.remove} danger busy={remove.busy} problem={remove.problem} onConfirm={() => void remove.run(gone)} onClose={() => { remove.clear(); setGone(undefined); }}>
          <p>{text.deleteUserAsk(gone.accessKeys?.length ?? 0)}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
