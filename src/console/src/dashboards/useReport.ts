import { at } from '../api/api';
import { useApi } from '../app/session';
import { useAsked, type Asked } from '../ui/asked';
import { dataOf, type ChartData, type ChartSpec, type ReportAnswer, type ReportsAnswer } from './data';
import { fitted, isoAt, secondsAt, type Scope } from './scope';
import { summaryData, summarySpecs, type DashboardAnswer } from './summary';

export type Report = {
  name: string;
  title: string;
  scope: Scope;
  specs: ChartSpec[];
  /** What the aggregates say; without it each chart asks for itself. */
  data: Map<string, ChartData> | undefined;
  windows?: { noData: number; skipped: number };
  totals?: DashboardAnswer['totals'];
};

/** A report with its charts: from aggregates, or with filters, which aggregates cannot meet, the queries alone. */
export function useReport(project: string, logstore: string, name: string, asked: Scope, top: number, filtered: boolean, round: number): Asked<Report | null> {
  const api = useApi();
  const place = at`projects/${project}/logstores/${logstore}`;
  return useAsked<Report | null>(
    async (signal) => {
      const query = { from: isoAt(asked.from), to: isoAt(asked.to), top };
      if (filtered) {
        const { items } = await api.get<ReportsAnswer>(`${place}/reports`, {}, signal);
        if (name === 'summary') return { name, title: name, scope: asked, specs: summarySpecs(asked, top), data: undefined };
        const found = items.find((item) => item.name === name);
        return found === undefined ? null : { name, title: found.title, scope: asked, specs: found.charts.map((chart) => ({ ...chart, query: fitted(chart.query, asked, top) })), data: undefined };
      }
      if (name === 'summary') {
        const answer = await api.get<DashboardAnswer>(`${place}/dashboard`, query, signal);
        const scope = scopeIn(answer);
        return { name, title: name, scope, specs: summarySpecs(scope, top), data: summaryData(answer), windows: { noData: answer.noDataWindows, skipped: answer.skippedWindows }, totals: answer.totals };
      }
      const answer = await api.get<ReportAnswer>(`${place}/reports/${encodeURIComponent(name)}`, query, signal);
      const data = new Map(answer.charts.map((chart) => [chart.name, dataOf(chart)]));
      return { name, title: answer.title, scope: scopeIn(answer), specs: answer.charts, data };
    },
    [api, place, name, asked.from, asked.to, top, filtered, round],
  );
}

const scopeIn = (answer: { from: string; to: string; bucketSeconds: number }): Scope => ({ from: secondsAt(answer.from), to: secondsAt(answer.to), bucketSeconds: answer.bucketSeconds });
