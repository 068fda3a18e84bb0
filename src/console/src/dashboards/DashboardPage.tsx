import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PageProperties } from '../app/page';
import { usePreferences, useTexts } from '../app/preferences';
import { go, href } from '../app/routes';
import { Button } from '../ui/Button';
import { useFormat, zoneName } from '../ui/format';
import { Empty, Loading, ProblemNotice } from '../ui/Notice';
import { Page, Tabs } from '../ui/Page';
import { useRefresh } from '../ui/asked';
import { useCharts } from '../ui/loadCharts';
import { absolute } from '../ui/timeRange';
import { Chips } from './Chips';
import { CompletenessLine } from './CompletenessLine';
import { added } from './filters';
import { ReportCharts } from './ReportCharts';
import { isoAt, scopeOf } from './scope';
import { addressOf, readView, type View } from './state';
import { texts } from './texts';
import { reportNames, titles } from './titles';
import { Toolbar } from './Toolbar';
import { TurnOn } from './TurnOn';
import { useCompleteness } from './useCompleteness';
import { useReport } from './useReport';
import './dashboards.css';

export default function DashboardPage({ route }: PageProperties) {
  const text = useTexts(texts);
  const { language } = usePreferences();
  const format = useFormat();
  const [, project = '', logstore = '', , name = 'summary'] = route.path;
  const base = ['logservice', project, logstore, 'dashboards'];
  const view = readView(route.params);
  const [round, setRound] = useState(0);
  const range = JSON.stringify(view.range);
  const now = useMemo(() => new Date(), [range, round]);
  const scope = useMemo(() => scopeOf(absolute(view.range, now)), [now]);
  const report = useReport(project, logstore, name, scope, view.top, view.filters.length > 0, round);
  const completeness = useCompleteness(project, logstore, scope, round);
  useCharts();
  const refresh = () => setRound((before) => before + 1);
  useRefresh(useRefreshed(refresh), view.refresh === 0 ? undefined : view.refresh);
  const change = (changes: Partial<View>) => go(addressOf([...base, name], { ...view, ...changes }));
  const zone = zoneName();
  const off = report.problem?.code === 'IndexConfigNotExist';
  const detail = href(['logservice', project, logstore], { from: isoAt(scope.from), to: isoAt(scope.to), minutes: '1' });
  return (
    <Page
      title={`${titles[language][name] ?? report.value?.title ?? name} · ${logstore}`}
      crumbs={[{ text: text.logService, href: '#/logservice' }, { text: `${project} / ${logstore}`, href: href(['logservice', project, logstore]) }]}
      actions={<><Button busy={report.loading} onClick={refresh}>{text.refresh}</Button><Button onClick={() => window.print()}>{text.print}</Button></>}
      lead={<>{text.printed(`${format.time(scope.from)} – ${format.time(scope.to)}`, zone)}</>}
    >
      <Tabs label={text.dashboards} current={name} tabs={reportNames.map((each) => ({ name: each, text: titles[language][each]!, href: addressOf([...base, each], view) }))} />
      <Toolbar view={view} onChange={change} />
      <Chips project={project} logstore={logstore} filters={view.filters} onChange={(filters) => change({ filters })} />
      <CompletenessLine totals={completeness.value?.totals} link={detail} />
      {off && <TurnOn project={project} logstore={logstore} onDone={refresh} />}
      {!off && <ProblemNotice problem={report.problem} retry={refresh} />}
      {report.value === undefined && report.problem === undefined && <Loading />}
      {report.value === null && <Empty>{text.unknownReport}</Empty>}
      {!off && report.value && (
        <ReportCharts
          report={report.value}
          completeness={completeness.value}
          place={{ project, logstore, view, round }}
          onFilter={(filters) => change({ filters: added(view.filters, filters) })}
          onZoom={(from, to, filters = []) => change({ range: { from: new Date(from * 1000), to: new Date(to * 1000) }, filters: added(view.filters, filters) })}
        />
      )}
    </Page>
  );
}

/** The same function as long as the page is shown, so that its timer keeps running. */
function useRefreshed(refresh: () => void): () => void {
  const [kept] = useState(() => ({ refresh }));
  useEffect(() => {
    kept.refresh = refresh;
  });
  return useMemo(() => () => kept.refresh(), [kept]);
}
