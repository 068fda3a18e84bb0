import { useTexts } from '../../app/preferences';
import { forEver } from '../../logservice/logservice';
import { Loading, Notice, ProblemNotice } from '../../ui/Notice';
import { Facts, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { useFormat } from '../../ui/format';
import { doubtsOf, recordsPerDay, type Estimate } from './estimate';
import { estimateTexts } from './texts';
import type { Estimating } from './useEstimate';

/** What the flow log would cost a month, and what that rests on. */
export function EstimatePanel({ estimating: { estimate, problem, asking, again }, first }: { estimating: Estimating; first: boolean }) {
  const text = useTexts(estimateTexts);
  return (
    <Section title={text.title}>
      <div class="form" aria-busy={asking}>
        {first && <p class="faint">{text.first}</p>}
        {asking && <Loading label={text.asking} />}
        {!asking && <ProblemNotice problem={problem} retry={again} />}
        {estimate && <Shown estimate={estimate} old={asking} />}
      </div>
    </Section>
  );
}

function Shown({ estimate, old }: { estimate: Estimate; old: boolean }) {
  const text = useTexts(estimateTexts);
  const format = useFormat();
  const { month, enis, sampledEnis, unseenEnis, ttlDays, report } = estimate;
  const money = (value: number) => format.money(value, month.cost.currency);
  const doubts = doubtsOf(estimate);
  const parts: [string, string, number][] = [
    [text.write, format.bytes(month.bytesWritten), month.cost.write], [text.index, format.bytes(month.bytesIndexed), month.cost.index],
    [ttlDays === forEver ? text.forEver : text.storage(ttlDays), format.bytes(month.bytesWritten), month.cost.storage],
    [text.table, format.count(month.tableTransactions), month.cost.tableTransactions], [text.queue, format.count(month.queueTransactions), month.cost.queueTransactions],
  ];
  return (
    <div class={old ? 'form estimate-old' : 'form'} role="status">
      <p class="estimate-total"><span>{text.total}</span> <b>{money(month.cost.total)}</b></p>
      <Facts facts={[[text.perDay, format.count(Math.round(recordsPerDay(estimate)))], [text.enis, text.seen(enis, sampledEnis, unseenEnis)], [text.keptFor, text.terms(ttlDays, report)]]} />
      {doubts.map((doubt) => <Notice key={doubt} kind="warning">{doubt === 'unseen' ? text.unseen(unseenEnis) : text[doubt]}</Notice>)}
      <details>
        <summary>{text.parts}</summary>
        <Table
          caption={text.parts}
          compact
          rows={parts}
          keyOf={([name]) => name}
          columns={[{ name: 'part', title: text.part, cell: ([name]) => name }, { name: 'amount', title: text.amount, align: 'end', cell: ([, amount]) => amount }, { name: 'cost', title: text.cost, align: 'end', cell: ([, , cost]) => money(cost) }]}
        />
      </details>
      <p class="hint">{text.month}</p>
    </div>
  );
}
