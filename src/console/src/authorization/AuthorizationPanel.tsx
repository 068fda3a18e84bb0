import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Notice, ProblemNotice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { Table } from '../ui/Table';
import { useTask } from '../ui/asked';
import type { Authorization } from './authorization';
import { authorizationTexts } from './texts';

/** Asks the primary account to let the service write to its Logstores; tells everybody else who can. */
export function AuthorizationPanel({ authorization, onChanged }: { authorization: Authorization; onChanged: () => void }) {
  const text = useTexts(authorizationTexts);
  const { api, account } = useSession();
  const confirm = useTask(async () => {
    await api.change('POST', 'authorization');
    // The button goes away with the panel.
    document.getElementById('content')?.focus({ preventScroll: true });
    onChanged();
  });
  return (
    <Section title={text.title} id="authorization">
      <p>{text.lead}</p>
      <Table
        caption={text.grants}
        compact
        rows={authorization.grants}
        keyOf={(grant) => grant.action}
        columns={[
          { name: 'action', title: text.action, cell: (grant) => <code>{grant.action}</code> },
          { name: 'what', title: text.what, cell: (grant) => text.grantTexts[grant.action] ?? grant.description },
        ]}
      />
      <div class="form authorization-end">
        <ProblemNotice problem={confirm.problem} />
        {!account.isPrimary && <Notice kind="warning"><p id="authorization-reason">{text.subUser(account.userName ?? '', account.accountName)}</p></Notice>}
        <div class="row">
          <Button kind="primary" disabled={!account.isPrimary} busy={confirm.busy} describedBy={account.isPrimary ? undefined : 'authorization-reason'} onClick={() => void confirm.run()}>{text.confirm}</Button>
          {!account.isPrimary && <Button onClick={onChanged}>{text.again}</Button>}
        </div>
      </div>
    </Section>
  );
}
