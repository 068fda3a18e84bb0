import { Table } from '../ui/Table';
import { useDash } from './context';
import type { Measure } from './data';
import { filterOf } from './filters';
import type { Scope } from './scope';
import type { Aligned } from './series';

/** Series over time with a column each: what stands in the chart, point by point. */
export function SeriesTable({ title, aligned, names, scope, measure, rate }: { title: string; aligned: Aligned; names: string[]; scope: Scope; measure: Measure; rate: boolean }) {
  const { naming, zoom, filter } = useDash();
  const rows = aligned.times.map((at, index) => ({ at, index }));
  return (
    <div class="dash-tall">
      <Table
        caption={naming.text.table(title)}
        compact
        rows={rows}
        keyOf={(row) => String(row.at)}
        columns={[
          { name: 'time', title: naming.text.columns['time'], cell: ({ at }) => <button type="button" class="dash-link dash-time" onClick={() => zoom(at, at + scope.bucketSeconds)}>{naming.format.time(at)}</button> },
          ...aligned.series.map((series, place) => ({
            name: String(place),
            title: series.keys.length === 0 ? names[place] : <button type="button" class="dash-link" onClick={() => filter(aligned.fields.map((field, key) => filterOf(field, series.keys[key] ?? null)))}>{names[place]}</button>,
            align: 'end' as const,
            cell: ({ index }: { index: number }) => naming.point(measure, series.values[index]!, rate),
          })),
          { name: 'state', title: naming.text.state, cell: ({ index }) => { const state = aligned.states[index]!; return state === 'complete' ? '' : state === 'missing' ? naming.text.incomplete : state === 'pending' ? naming.text.pending : naming.text.unknown; } },
        ]}
      />
    </div>
  );
}
