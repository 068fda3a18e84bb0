import { useTexts } from '../../app/preferences';
import { useFormat } from '../../ui/format';
import type { Span } from '../types';
import type { EniRuns, Run } from './gaps';
import { histogramTexts } from './texts';

/** One ENI's time as a strip of states, with the same in words for those states that are not as they should be. */
export function EniStrip({ eni, span }: { eni: EniRuns; span: Span }) {
  const text = useTexts(histogramTexts);
  const format = useFormat();
  const [first, last] = [Date.parse(span.from), Date.parse(span.to)];
  const place = (run: Run) => {
    const [from, to] = [Math.max(first, Date.parse(run.from)), Math.min(last, Date.parse(run.to))];
    return { left: `${((from - first) / (last - first)) * 100}%`, width: `${((to - from) / (last - first)) * 100}%` };
  };
  const say = (run: Run) => `${format.time(run.from)} – ${format.time(run.to)}: ${text.states[run.state]}${run.samplingRate ? ` (${text.sampledBy(String(run.samplingRate))})` : ''}${run.reason ? `. ${run.reason}` : ''}`;
  const notable = eni.runs.filter((run) => run.state !== 'observed' && run.state !== 'noTraffic');
  return (
    <section class="strip-of" aria-label={eni.eniId}>
      <h3><a href={`#/network/enis?eni=${encodeURIComponent(eni.eniId)}`}>{eni.eniId}</a></h3>
      <div class="strip" role="img" aria-label={`${text.runs(eni.eniId)}: ${eni.runs.map((run) => text.states[run.state]).join(', ')}`}>
        {eni.runs.map((run) => <span key={run.from} class={run.state} style={place(run)} title={say(run)} />)}
      </div>
      {notable.length > 0 && <ul class="strip-runs">{notable.map((run) => <li key={run.from}><span class={`strip-sign ${run.state}`} aria-hidden="true" />{say(run)}</li>)}</ul>}
    </section>
  );
}
