import { readRange, writeRange, type TimeRange } from '../ui/timeRange';
import { measures, type Measure } from './data';

/** All that makes the view, as the address's fragment keeps it. */
export type View = { range: TimeRange; filters: string[]; measure: Measure; rate: boolean; top: number; refresh: number };

export const refreshes = [0, 30, 60, 300];
export const tops = [5, 10, 20, 50];

export function readView(params: URLSearchParams): View {
  const top = Number(params.get('top'));
  const refresh = Number(params.get('refresh'));
  const measure = params.get('measure') as Measure | null;
  return {
    range: readRange(params, 3600),
    filters: params.getAll('filter').filter((filter) => filter.trim() !== ''),
    measure: measure !== null && measures.includes(measure) ? measure : 'bytes',
    rate: params.get('rate') === '1',
    top: Number.isInteger(top) && top >= 1 && top <= 100 ? top : 10,
    refresh: refreshes.includes(refresh) ? refresh : 0,
  };
}

/** The address of a dashboard as it is looked at; what is usual is left out. */
export function addressOf(path: string[], view: View): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(writeRange(view.range))) if (value !== undefined) params.set(name, value);
  for (const filter of view.filters) params.append('filter', filter);
  if (view.measure !== 'bytes') params.set('measure', view.measure);
  if (view.rate) params.set('rate', '1');
  if (view.top !== 10) params.set('top', String(view.top));
  if (view.refresh !== 0) params.set('refresh', String(view.refresh));
  return `#/${path.map(encodeURIComponent).join('/')}?${params}`;
}
