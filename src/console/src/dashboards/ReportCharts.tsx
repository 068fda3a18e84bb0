import { useMemo } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useFormat } from '../ui/format';
import { useMedia } from '../ui/media';
import { ChartCard } from './ChartCard';
import { pointStates, type CompletenessAnswer } from './completeness';
import { DashContext, type Dash } from './context';
import { useInventory } from './inventory';
import { Naming } from './naming';
import { texts } from './texts';
import { Turns } from './turns';
import type { Report } from './useReport';

type Properties = {
  report: Report;
  completeness: CompletenessAnswer | undefined;
  place: Pick<Dash, 'project' | 'logstore' | 'view' | 'round'>;
  onFilter: Dash['filter'];
  onZoom: Dash['zoom'];
};

const atOnce = 4;

/** The charts of a report; numbers side by side first. */
export function ReportCharts({ report, completeness, place, onFilter, onZoom }: Properties) {
  const text = useTexts(texts);
  const format = useFormat();
  const inventory = useInventory();
  const narrow = useMedia('(width < 640px)');
  const turns = useMemo(() => new Turns(atOnce), []);
  const states = useMemo(() => pointStates(completeness, report.scope), [completeness, report.scope]);
  const naming = useMemo(() => new Naming(text, format, inventory.names), [text, inventory]);
  const dash: Dash = { ...place, scope: report.scope, states, inventory, naming, narrow, turns, filter: onFilter, zoom: onZoom };
  const numbers = report.specs.filter((spec) => spec.kind === 'number');
  const others = report.specs.filter((spec) => spec.kind !== 'number');
  return (
    <DashContext.Provider value={dash}>
      {numbers.length > 0 && <div class={report.name === 'summary' ? 'dash-charts' : 'dash-tiles'}>{numbers.map((spec) => <ChartCard key={spec.name} report={report} spec={spec} completeness={completeness} />)}</div>}
      <div class="dash-charts">{others.map((spec) => <ChartCard key={spec.name} report={report} spec={spec} completeness={completeness} />)}</div>
    </DashContext.Provider>
  );
}
