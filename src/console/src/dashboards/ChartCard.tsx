import type { ComponentChildren } from 'preact';
import { usePreferences } from '../app/preferences';
import { href } from '../app/routes';
import { ButtonLink } from '../ui/Button';
import { Section } from '../ui/Page';
import { Empty } from '../ui/Notice';
import { Loaded } from '../ui/Loaded';
import type { Asked } from '../ui/asked';
import { BarChart } from './BarChart';
import type { CompletenessAnswer } from './completeness';
import { useDash } from './context';
import { DataTable } from './DataTable';
import { measureOf, type ChartData, type ChartSpec } from './data';
import { queryWith } from './filters';
import { HeatChart } from './HeatChart';
import { Notes } from './Notes';
import { PieChart } from './PieChart';
import { SankeyChart } from './SankeyChart';
import { isoAt } from './scope';
import { SummaryTiles } from './SummaryTiles';
import { Tile } from './Tile';
import { TimeChart } from './TimeChart';
import { titles } from './titles';
import { useChartData, useHeat } from './useChartData';
import type { Report } from './useReport';

type Properties = { report: Report; spec: ChartSpec; completeness: CompletenessAnswer | undefined };

/** A chart of a report, from what the report has or, if it has nothing of it, from a query of its own. */
export function ChartCard(properties: Properties) {
  const { report, spec } = properties;
  if (spec.kind === 'heatmap') return <HeatCard {...properties} />;
  const given = report.data?.get(spec.name);
  return given === undefined ? <AskedCard {...properties} /> : <Card {...properties} query={spec.query}><Body {...properties} data={given} /></Card>;
}

function AskedCard(properties: Properties) {
  const asked = useChartData(properties.spec.query);
  const { view } = useDash();
  return <Card {...properties} query={queryWith(properties.spec.query, view.filters)} asked={asked}><Loaded asked={asked}>{(data) => <Body {...properties} data={data} />}</Loaded></Card>;
}

function HeatCard(properties: Properties) {
  const heat = useHeat(properties.spec.query);
  const { view } = useDash();
  const title = useTitle(properties);
  return (
    <Card {...properties} query={heat.value?.query ?? queryWith(properties.spec.query, view.filters)} asked={heat}>
      <Loaded asked={heat}>{(value) => (value.data.rows.length === 0 ? <Nothing /> : <HeatChart title={title} heat={value} completeness={properties.completeness} />)}</Loaded>
    </Card>
  );
}

function useTitle({ report, spec }: Properties): string {
  const { language } = usePreferences();
  return titles[language][`${report.name}/${spec.name}`] ?? spec.title;
}

function Card({ query, asked, children, ...properties }: Properties & { query: string; asked?: Asked<unknown>; children: ComponentChildren }) {
  const { project, logstore, scope, naming } = useDash();
  const { spec } = properties;
  const title = useTitle(properties);
  const link = href(['logservice', project, logstore], { query, from: isoAt(scope.from), to: isoAt(scope.to) });
  const wide = ['line', 'heatmap', 'sankey'].includes(spec.kind) || (properties.report.name === 'summary' && spec.kind === 'number');
  return (
    <div class={`dash-card ${spec.kind}${wide ? ' wide' : ''}`} aria-busy={asked?.loading ? 'true' : undefined}>
      <Section title={title} actions={<ButtonLink kind="quiet" href={link}>{naming.text.openSearch}</ButtonLink>}>
        {children}
        <details class="dash-query"><summary>{naming.text.query}</summary><code class="break">{query}</code></details>
      </Section>
    </div>
  );
}

function Nothing() {
  const { naming } = useDash();
  return <Empty action={<p>{naming.text.emptyHint}</p>}>{naming.text.empty}</Empty>;
}

function Body({ data, ...properties }: Properties & { data: ChartData }) {
  const { report, spec } = properties;
  const { view, scope } = useDash();
  const title = useTitle(properties);
  if (spec.kind === 'number') return report.name === 'summary' ? <SummaryTiles data={data} report={report} /> : <Tile data={data} />;
  if (data.rows.length === 0) return <Nothing />;
  const measure = measureOf(data, view.measure);
  return (
    <>
      {spec.kind === 'line' && <TimeChart title={title} query={spec.query} data={data} />}
      {spec.kind === 'bar' && <BarChart title={title} query={spec.query} data={data} />}
      {spec.kind === 'pie' && <PieChart title={title} data={data} />}
      {spec.kind === 'sankey' && <SankeyChart title={title} data={data} />}
      {spec.kind === 'table' && <DataTable title={title} data={data} measure={measure} span={scope.bucketSeconds} />}
      <Notes data={data} measure={measure} />
    </>
  );
}
