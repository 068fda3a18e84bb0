import { useTexts } from '../app/preferences';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format';
import { Table, type Column } from '../ui/Table';
import { href } from '../app/routes';
import { texts } from './texts';
import type { Line } from './usage';

const rowsOfPage = 50;

/** The lines, the latest first. */
export function UsageTable({ lines, page, onPage }: { lines: Line[]; page: number; onPage: (page: number) => void }) {
  const text = useTexts(texts);
  const format = useFormat();
  const pages = Math.max(1, Math.ceil(lines.length / rowsOfPage));
  const current = Math.min(Math.max(1, page), pages);
  const number = (name: string, title: string, cell: (line: Line) => string, minor = false): Column<Line> => ({ name, title, align: 'end', minor, cell });
  const columns: Column<Line>[] = [
    { name: 'day', title: text.day, cell: (line) => <span class="usage-day">{line.day}</span> },
    { name: 'logstore', title: text.logstore, cell: (line) => <a href={href(['logservice', line.project, line.logstore])}>{line.project} / {line.logstore}</a> },
    number('records', text.records, (line) => format.count(line.records)),
    number('written', text.bytesWritten, (line) => format.bytes(line.bytesWritten)),
    number('indexed', text.bytesIndexed, (line) => format.bytes(line.bytesIndexed)),
    number('transactions', text.transactions, (line) => format.count(line.tableTransactions + line.queueTransactions), true),
    number('cost', text.cost, (line) => format.money(line.cost.total, line.cost.currency)),
  ];
  const shown = lines.toReversed().slice((current - 1) * rowsOfPage, current * rowsOfPage);
  return (
    <div class="usage-lines">
      <Table caption={text.linesTable} columns={columns} rows={shown} keyOf={(line) => `${line.day} ${line.project}/${line.logstore} ${lines.indexOf(line)}`} compact />
      {pages > 1 && (
        <nav class="row" aria-label={text.pages}>
          <Button size="small" disabled={current === 1} onClick={() => onPage(current - 1)}>{text.previous}</Button>
          <span>{text.page(current, pages)}</span>
          <Button size="small" disabled={current === pages} onClick={() => onPage(current + 1)}>{text.next}</Button>
        </nav>
      )}
    </div>
  );
}
