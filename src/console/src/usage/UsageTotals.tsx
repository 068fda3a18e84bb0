import { useTexts } from '../app/preferences';
import { useFormat } from '../ui/format';
import { Section } from '../ui/Page';
import { texts } from './texts';
import { costByPart, parts, type Usage } from './usage';

/** What all lines come to. */
export function UsageTotals({ usage }: { usage: Usage }) {
  const text = useTexts(texts);
  const format = useFormat();
  const { total } = usage;
  const sums = costByPart(usage.lines);
  const tile = (name: string, value: string, hint?: string) => <div key={name}><dt>{name}</dt><dd class="usage-number">{value}</dd>{hint && <dd class="hint">{hint}</dd>}</div>;
  return (
    <Section title={text.totals}>
      <dl class="usage-tiles">
        {tile(text.cost, format.money(total.cost, total.currency))}
        {tile(text.records, format.count(total.records))}
        {tile(text.bytesWritten, format.bytes(total.bytesWritten), text.compressed)}
        {tile(text.bytesIndexed, format.bytes(total.bytesIndexed), text.asCsv)}
        {tile(text.transactions, format.count(total.tableTransactions + total.queueTransactions), text.transactionsOf(format.count(total.tableTransactions), format.count(total.queueTransactions)))}
      </dl>
      {!usage.isCut && (
        <>
          <h3>{text.costParts}</h3>
          <dl class="facts">{parts.map((part) => <div key={part}><dt>{text.parts[part]}</dt><dd>{format.money(sums[part], total.currency)}</dd></div>)}</dl>
        </>
      )}
      <p class="hint">{text.prices}</p>
    </Section>
  );
}
