import { useMemo } from 'preact/hooks';
import { Table, type Column } from '../ui/Table';
import { useDash } from './context';
import { isNumber, type Cell, type ChartData, type Measure } from './data';
import { filterOf } from './filters';
import { RuleText } from './RuleText';

type Row = { cells: Cell[]; index: number };

/** A chart's data; what rows are about can be clicked to see only that. */
export function DataTable({ title, data, measure, span }: { title: string; data: ChartData; measure: Measure; span: number }) {
  const { naming } = useDash();
  const bounds = data.rowErrors?.some((bound) => bound[measure] > 0) ?? false;
  const rows = useMemo(() => data.rows.map((cells, index) => ({ cells, index })), [data]);
  const columns = data.columns.map((name, index): Column<Row> => {
    const heading = naming.text.columns[name] ?? name;
    if (isNumber(name)) return { name, title: heading, align: 'end', cell: ({ cells }) => <span title={String(cells[index] ?? '')}>{naming.value(name, Number(cells[index] ?? 0))}</span> };
    if (name === 'time') return { name, title: heading, cell: ({ cells }) => <Moment at={Number(cells[index])} seconds={span} /> };
    return { name, title: heading, cell: ({ cells }) => <Key field={name} value={cells[index] ?? null} /> };
  });
  if (bounds) columns.push({ name: 'short', title: naming.text.columns['short'], align: 'end', cell: ({ index }) => (data.rowErrors![index]![measure] > 0 ? naming.value(measure, data.rowErrors![index]![measure]) : naming.text.exact) });
  return <Table caption={naming.text.table(title)} columns={columns} rows={rows} keyOf={(row) => String(row.index)} compact />;
}

function Key({ field, value }: { field: string; value: Cell }) {
  const { naming, filter } = useDash();
  const wanted = filterOf(field, value);
  const name = naming.nameOf(value);
  return (
    <div class="dash-key">
      <button type="button" class="dash-link" title={naming.text.filter(wanted)} onClick={() => filter([wanted])}>{field === 'rule-id' && value !== null ? value : naming.cell(field, value)}</button>
      {name !== undefined && <span class="faint">{name}</span>}
      {field === 'rule-id' && value !== null && <RuleText id={String(value)} />}
    </div>
  );
}

function Moment({ at, seconds }: { at: number; seconds: number }) {
  const { naming, zoom } = useDash();
  const text = naming.format.time(at);
  return <button type="button" class="dash-link" title={naming.text.filter(text)} onClick={() => zoom(at, at + seconds)}>{text}</button>;
}
