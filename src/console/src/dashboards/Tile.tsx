import { useDash } from './context';
import type { ChartData } from './data';
import { Notes } from './Notes';

/** One number. */
export function Tile({ data }: { data: ChartData }) {
  const { naming, view } = useDash();
  const name = data.columns[0] ?? 'records';
  const value = Number(data.rows[0]?.[0] ?? 0);
  return (
    <>
      <p class="dash-number" title={String(value)}>{data.standardError !== undefined && data.standardError > 0 ? '≈ ' : ''}{naming.value(name, value)}</p>
      <Notes data={data} measure={view.measure} />
    </>
  );
}
