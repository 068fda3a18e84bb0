import { useState } from 'preact/hooks';
import type { Route } from '../app/routes';
import { go } from '../app/routes';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { Button } from '../ui/Button';
import { Notice, ProblemNotice } from '../ui/Notice';
import { TimeRangePicker } from '../ui/TimeRangePicker';
import { useTask } from '../ui/asked';
import { useLanguage } from './editor/useLanguage';
import { ExportDialog } from './exporting/ExportDialog';
import { readColumns } from './records/columns';
import { RecordsCard } from './records/RecordsCard';
import { useRecords } from './records/useRecords';
import { ReportCost } from './ReportCost';
import { searchTexts } from './texts';
import { useSpan } from './useSpan';
import { addressOf, readView, type View } from './view';

/** A Logstore whose report is off: records by time, and how to turn it on. */
export function PlainRecords({ route, store, onTurnedOn }: { route: Route; store: string; onTurnedOn: () => void }) {
  const text = useTexts(searchTexts);
  const api = useApi();
  const language = useLanguage();
  const view: View = { ...readView(route.params), query: '' };
  const [, project = '', logstore = ''] = route.path;
  const [round, setRound] = useState(0);
  const [exporting, setExporting] = useState(false);
  const span = useSpan(view.range, round);
  const records = useRecords(store, '', span, view.order, round);
  const change = (changes: Partial<View>) => go(addressOf(route.path, { ...view, ...changes }));
  const turnOn = useTask(async () => {
    await api.change('PUT', `${store}/report`);
    onTurnedOn();
  });
  return (
    <>
      <Notice kind="warning">
        <p><strong>{text.reportOff}.</strong> {text.reportOffText}</p>
        <p>{text.reportCost} <a href="#/usage">{text.usage}</a></p>
        <div class="row">
          <Button kind="primary" busy={turnOn.busy} onClick={() => void turnOn.run()}>{text.reportOn}</Button>
          <ReportCost project={project} logstore={logstore} />
        </div>
      </Notice>
      <ProblemNotice problem={turnOn.problem} />
      <section class="card search-bar" aria-label={text.asked}>
        <div class="row">
          <TimeRangePicker range={view.range} onChange={(range) => change({ range })} />
          <Button onClick={() => setRound(round + 1)}>{text.run}</Button>
          <Button onClick={() => setExporting(true)}>{text.export}</Button>
        </div>
      </section>
      <RecordsCard path={route.path} view={view} columns={view.columns ?? readColumns()} records={records} language={language} onView={change} />
      {exporting && <ExportDialog store={store} name={logstore} search="" hasSql={false} span={span} onClose={() => setExporting(false)} />}
    </>
  );
}
