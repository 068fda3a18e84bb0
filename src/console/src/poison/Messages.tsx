import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { useFormat, zoneName } from '../ui/format';
import { Empty, Notice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { Table, type Column } from '../ui/Table';
import { useTask } from '../ui/asked';
import { redrive, type Message, type Moved, type Poison } from './poison';
import { texts } from './texts';

/** The account's own messages, and the way back to their queues. */
export function Messages({ poison, onMoved }: { poison: Poison; onMoved: () => void }) {
  const text = useTexts(texts);
  const format = useFormat();
  const api = useApi();
  const [chosen, setChosen] = useState(new Set<string>());
  const [asking, setAsking] = useState<'all' | 'selected'>();
  const [moved, setMoved] = useState<Moved>();
  const selected = new Set(poison.items.map((item) => item.id).filter((id) => chosen.has(id)));
  const task = useTask(async () => {
    setMoved(asking === 'all' ? await api.change<Moved>('POST', 'admin/poison/redrive') : await redrive(api, [...selected]));
    setChosen(new Set());
    setAsking(undefined);
    onMoved();
  });
  const ask = (what: 'all' | 'selected') => {
    task.clear();
    setAsking(what);
  };
  const columns: Column<Message>[] = [
    { name: 'reason', title: text.reason, cell: (item) => <span class="break">{item.reason}</span> },
    { name: 'eni', title: text.eni, cell: (item) => (item.eniId === undefined ? <span class="faint">{text.mixed}</span> : <code>{item.eniId}</code>) },
    { name: 'records', title: text.records, align: 'end', cell: (item) => (item.records === undefined ? '' : format.count(item.records)) },
    { name: 'times', title: text.times, cell: (item) => (item.from === undefined || item.to === undefined ? '' : `${format.time(item.from)} – ${format.time(item.to)}`) },
    { name: 'inserted', title: text.inserted, cell: (item) => format.time(item.insertedAt) },
    { name: 'flowlogs', title: text.flowLogs, minor: true, cell: (item) => (item.flowLogIds ?? []).map((id) => <div key={id}><code>{id}</code></div>) },
    { name: 'queue', title: text.queue, minor: true, cell: (item) => `${item.queue} · ${item.region}` },
  ];
  return (
    <Section
      title={text.caption}
      actions={
        poison.items.length > 0 && (
          <>
            <Button disabled={selected.size === 0} onClick={() => ask('selected')}>{text.redriveSelected(selected.size)}</Button>
            <Button kind="primary" onClick={() => ask('all')}>{text.redriveAll}</Button>
          </>
        )
      }
    >
      {moved && <Notice kind="good">{text.moved(moved.moved, moved.remaining)}</Notice>}
      <Table
        caption={text.table(text.caption)}
        columns={columns}
        rows={poison.items}
        keyOf={(item) => item.id}
        selection={{ selected, onChange: setChosen, nameOf: (item) => text.message(item.id) }}
        empty={<Empty>{text.well}</Empty>}
      />
      {poison.items.length > 0 && <p class="hint">{poison.total > poison.items.length && `${text.more(poison.items.length, poison.total)} `}{text.zone(zoneName())}</p>}
      {asking && (
        <ConfirmDialog title={asking === 'all' ? text.confirmAll : text.confirmSelected(selected.size)} action={asking === 'all' ? text.redriveAll : text.redriveSelected(selected.size)} busy={task.busy} problem={task.problem} onConfirm={() => void task.run()} onClose={() => setAsking(undefined)}>
          {asking === 'all' && <p>{text.confirmTotal(poison.total)}</p>}
          <p>{text.confirmText}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
