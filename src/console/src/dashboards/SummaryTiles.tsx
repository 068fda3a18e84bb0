import { useDash } from './context';
import { measures, numberAt, type ChartData } from './data';
import { filterOf } from './filters';
import type { Report } from './useReport';

/** All, accepted and rejected traffic. */
export function SummaryTiles({ data, report }: { data: ChartData; report: Report }) {
  const { naming, view, filter } = useDash();
  const { text } = naming;
  const action = data.columns.indexOf('action');
  const sum = (name: string, only?: string) => data.rows.filter((row) => only === undefined || row[action] === only).reduce((total, row) => total + (numberAt(data, row, name) ?? 0), 0);
  const interval = view.measure === 'bytes' ? report.totals?.bytesInterval : view.measure === 'packets' ? report.totals?.packetsInterval : undefined;
  const tile = (only: string | undefined, name: string) => (
    <div class={`dash-total${only === undefined ? '' : only === 'ACCEPT' ? ' accept' : ' reject'}`} key={name}>
      {only === undefined ? <span>{name}</span> : <button type="button" class="dash-link" title={text.filter(filterOf('action', only))} onClick={() => filter([filterOf('action', only)])}>{name}</button>}
      <b class="dash-number">{naming.value(view.measure, sum(view.measure, only))}</b>
      <span class="faint">{measures.filter((measure) => measure !== view.measure).map((measure) => `${text.measures[measure]} ${naming.value(measure, sum(measure, only))}`).join(' · ')}</span>
      {only === undefined && interval && interval.low !== interval.high && <span class="faint">{text.interval(naming.value(view.measure, interval.low), naming.value(view.measure, interval.high))}</span>}
    </div>
  );
  return (
    <>
      <div class="dash-totals">{tile(undefined, text.total)}{tile('ACCEPT', text.actions['ACCEPT']!)}{tile('REJECT', text.actions['REJECT']!)}</div>
      {report.windows && <p class="hint">{text.windows(naming.format.count(report.windows.noData), naming.format.count(report.windows.skipped))}</p>}
    </>
  );
}
