import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { useFormat } from '../ui/format';
import { Notice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { Table } from '../ui/Table';
import { useTask } from '../ui/asked';
import type { Moved, Poison } from './poison';
import { texts } from './texts';

/** Messages of which nobody knows whose they are, by queue and reason. */
export function Unreadable({ unreadable, onMoved }: { unreadable: Poison['unreadable']; onMoved: () => void }) {
  const text = useTexts(texts);
  const format = useFormat();
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const [moved, setMoved] = useState<Moved>();
  const task = useTask(async () => {
    setMoved(await api.change<Moved>('POST', 'admin/poison/redrive', undefined, { query: { unreadable: true } }));
    setAsking(false);
    onMoved();
  });
  return (
    <Section title={text.unreadable} actions={<Button onClick={() => setAsking(true)}>{text.redriveUnreadable}</Button>}>
      <p>{text.unreadableLead}</p>
      {moved && <Notice kind="good">{text.moved(moved.moved, moved.remaining)}</Notice>}
      <Table
        caption={text.table(text.unreadable)}
        columns={[
          { name: 'queue', title: text.queue, cell: (row) => row.queue },
          { name: 'reason', title: text.reason, cell: (row) => row.reason },
          { name: 'messages', title: text.messages, align: 'end', cell: (row) => format.count(row.messages) },
        ]}
        rows={unreadable}
        keyOf={(row) => `${row.queue} ${row.reason}`}
      />
      {asking && <ConfirmDialog title={text.confirmUnreadable} action={text.redriveUnreadable} busy={task.busy} problem={task.problem} onConfirm={() => void task.run()} onClose={() => setAsking(false)}><p>{text.unreadableText}</p></ConfirmDialog>}
    </Section>
  );
}
