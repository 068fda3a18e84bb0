import { useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { useApi } from '../../app/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Loaded } from '../../ui/Loaded';
import { Empty, ProblemNotice } from '../../ui/Notice';
import { Badge } from '../../ui/Page';
import { useAsked, useTask } from '../../ui/asked';
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
  const asked = useAsked((signal) => api.get<Answer>(`${store}/completeness`, { ...span, limit: page }, signal), [api, store, span.from, span.to]);
  const [rest, setRest] = useState<{ items: EniRuns[]; cursor?: string }>();
  const more = useTask(async (cursor: string) => {
    const next = await api.get<Answer>(`${store}/completeness`, { ...span, limit: page, cursor });
    setRest({ items: [...(rest?.items ?? []), ...next.items], ...(next.cursor === undefined ? {} : { cursor: next.cursor }) });
  });
  return (
    <Dialog title={text.completeness} onClose={onClose} wide>
      <Loaded asked={asked}>
        {(answer) => {
          const { totals } = answer;
          const items = [...answer.items, ...(rest?.items ?? [])];
          const cursor = rest === undefined ? answer.cursor : rest.cursor;
          return (
            <>
              <p class="search-status"><strong>{text.totals}</strong><CompletenessLine completeness={totals} /><span>{format.time(totals.from)} – {format.time(totals.to)}</span></p>
              <ul class="strip-legend">
                {states.filter((state) => totals[state] > 0).map((state) => <li key={state}><span class={`strip-sign ${state}`} aria-hidden="true" /><strong>{text.states[state]}</strong> {text.minutesOf(format.count(totals[state]))}. {text.meanings[state]}</li>)}
              </ul>
              {items.length === 0 && <Empty>{text.noEnis}</Empty>}
              {items.map((eni) => <EniStrip key={eni.eniId} eni={eni} span={totals} />)}
              {items.length > 0 && !items.some((eni) => eni.runs.some((run) => run.reason)) && <p><Badge tone="good">{text.noReasons}</Badge></p>}
              {cursor !== undefined && <Button busy={more.busy} onClick={() => void more.run(cursor)}>{kit.more}</Button>}
              <ProblemNotice problem={more.problem} />
            </>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
