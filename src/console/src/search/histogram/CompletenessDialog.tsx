import { useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { useApi } from '../../app/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Loaded } from '../../ui/Loaded';
import { Empty } from '../../ui/Notice';
import { Badge } from '../../ui/Page';
import { useAsked } from '../../ui/asked';
import { useFormat } from '../../ui/format';
import { kitTexts } from '../../ui/texts';
import type { Completeness, Span } from '../types';
import { CompletenessLine } from './CompletenessLine';
import { EniStrip } from './EniStrip';
import type { EniRuns, RunState } from './gaps';
import { histogramTexts } from './texts';

type Answer = { totals: Completeness; items: EniRuns[]; cursor?: string };

const states: RunState[] = ['observed', 'noTraffic', 'sampled', 'skipped', 'late', 'lost', 'notLogged', 'pending'];
const page = 50;

/** What is known of each ENI's minutes, as strips of time and in words. */
export function CompletenessDialog({ store, span, onClose }: { store: string; span: Span; onClose: () => void }) {
  const text = useTexts(histogramTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const api = useApi();
  const [pages, setPages] = useState(1);
  const asked = useAsked(async (signal) => {
    const answer = await api.get<Answer>(`${store}/completeness`, { ...span, limit: page * pages }, signal);
    return answer;
  }, [api, store, span.from, span.to, pages]);
  return (
    <Dialog title={text.completeness} onClose={onClose} wide>
      <Loaded asked={asked}>
        {({ totals, items, cursor }) => (
          <>
            <p class="search-status"><strong>{text.totals}</strong><CompletenessLine completeness={totals} /><span>{format.time(totals.from)} – {format.time(totals.to)}</span></p>
            <ul class="strip-legend">
              {states.filter((state) => totals[state] > 0).map((state) => <li key={state}><span class={`strip-sign ${state}`} aria-hidden="true" /><strong>{text.states[state]}</strong> {text.minutesOf(format.count(totals[state]))}. {text.meanings[state]}</li>)}
            </ul>
            {items.length === 0 && <Empty>{text.noEnis}</Empty>}
            {items.map((eni) => <EniStrip key={eni.eniId} eni={eni} span={totals} />)}
            {items.length > 0 && !items.some((eni) => eni.runs.some((run) => run.reason)) && <p><Badge tone="good">{text.noReasons}</Badge></p>}
            {cursor !== undefined && <Button busy={asked.loading} onClick={() => setPages(pages + 1)}>{kit.more}</Button>}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
