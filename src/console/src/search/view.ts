import { href } from '../app/routes';
import { readRange, writeRange, type TimeRange } from '../ui/timeRange';

export type ChartChoice = { kind?: string | undefined; x?: string | undefined; y?: string | undefined; group?: string | undefined };

/** All that makes what the page shows; it lies in the address's fragment, so that a link shows the same. */
export type View = {
  query: string;
  range: TimeRange;
  mode: 'search' | 'tail';
  order: 'newest' | 'oldest';
  /** Undefined where the viewer's usual columns are meant. */
  columns: string[] | undefined;
  show: 'chart' | 'table';
  chart: ChartChoice;
  /** Seconds after which the page asks again. */
  refresh: number | undefined;
  /** Whether the dialog of each ENI's minutes is open. */
  minutes: boolean;
};

export const refreshTimes = [10, 60];

export function readView(params: URLSearchParams): View {
  const refresh = Number(params.get('refresh'));
  const columns = params.get('columns')?.split(',').filter((name) => name !== '');
  const given = (name: string) => params.get(name) ?? undefined;
  return {
    query: params.get('query') ?? '',
    range: readRange(params),
    mode: params.get('mode') === 'tail' ? 'tail' : 'search',
    order: params.get('order') === 'oldest' ? 'oldest' : 'newest',
    columns: columns === undefined || columns.length === 0 ? undefined : columns,
    show: params.get('show') === 'table' ? 'table' : 'chart',
    chart: { kind: given('kind'), x: given('x'), y: given('y'), group: given('group') },
    refresh: refreshTimes.includes(refresh) ? refresh : undefined,
    minutes: params.get('minutes') === '1',
  };
}

/** The parameters of a view; what is usual is left out. */
export function writeView(view: View): Record<string, string | undefined> {
  return {
    query: view.query === '' ? undefined : view.query,
    ...writeRange(view.range),
    mode: view.mode === 'tail' ? 'tail' : undefined,
    order: view.order === 'oldest' ? 'oldest' : undefined,
    columns: view.columns?.join(','),
    show: view.show === 'table' ? 'table' : undefined,
    kind: view.chart.kind, x: view.chart.x, y: view.chart.y, group: view.chart.group,
    refresh: view.refresh === undefined ? undefined : String(view.refresh),
    minutes: view.minutes ? '1' : undefined,
  };
}

export const addressOf = (path: string[], view: View, region?: string): string => href(path, { region, ...writeView(view) });

/** A view whose range stays the same whenever it is looked at. */
export function fixed(view: View, now: Date): View {
  if (!('last' in view.range)) return view;
  return { ...view, range: { from: new Date(now.getTime() - view.range.last * 1000), to: now } };
}

/** The range three times as wide, around its middle, up to now. */
export function widened(range: TimeRange, now: Date): TimeRange {
  if ('last' in range) return { last: Math.min(range.last * 3, 400 * 86400) };
  const length = range.to.getTime() - range.from.getTime();
  const to = new Date(Math.min(now.getTime(), range.to.getTime() + length));
  return { from: new Date(Math.max(to.getTime() - 400 * 86400_000, to.getTime() - 3 * length)), to: new Date(Math.ceil(to.getTime() / 1000) * 1000) };
}

/** A range that was marked in a histogram: whole buckets, within what is shown; undefined if nothing is left. */
export function marked(from: number, to: number, bucketSeconds: number, span: { from: string; to: string }): TimeRange | undefined {
  const bucket = bucketSeconds * 1000;
  const start = Math.max(Date.parse(span.from), Math.floor(from / bucket) * bucket);
  const end = Math.min(Date.parse(span.to), Math.ceil(to / bucket) * bucket);
  return end - start >= 1000 ? { from: new Date(start), to: new Date(end) } : undefined;
}

