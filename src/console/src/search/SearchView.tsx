import { useCallback, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { go, type Route } from '../app/routes';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Tabs } from '../ui/Page';
import { useRefresh } from '../ui/asked';
import { useCharts } from '../ui/loadCharts';
import { AnswerCard } from './answer/AnswerCard';
import { useAnswer } from './answer/useAnswer';
import { CopyLink } from './CopyLink';
import { useLanguage } from './editor/useLanguage';
import { ExportDialog } from './exporting/ExportDialog';
import { HistogramCard } from './histogram/HistogramCard';
import { useHistogram } from './histogram/useHistogram';
import { rememberQuery } from './history';
import { withFilter } from './query/edit';
import { partsOf } from './query/parts';
import { readColumns } from './records/columns';
import { RecordsCard } from './records/RecordsCard';
import { useRecords } from './records/useRecords';
import { SearchBar } from './SearchBar';
import { TailCard } from './tail/TailCard';
import { searchTexts } from './texts';
import { useBuckets } from './useBuckets';
import { useSpan } from './useSpan';
import { addressOf, readView, widened, type View } from './view';

/** The page of a Logstore with its report on. What it shows lies in the fragment; a round asks for the same again. */
export function SearchView({ route, store }: { route: Route; store: string }) {
  const text = useTexts(searchTexts);
  const { account } = useSession();
  const language = useLanguage();
  const buckets = useBuckets();
  const [round, setRound] = useState(0);
  const [exporting, setExporting] = useState(false);
  const [tailProblem, setTailProblem] = useState<ApiProblem>();
  const again = useCallback(() => setRound((before) => before + 1), []);
  const view = readView(route.params);
  const isTail = view.mode === 'tail';
  const span = useSpan(view.range, round);
  const parts = partsOf(view.query);
  const [search, hasSql] = [parts.search.trim(), parts.sql !== undefined];
  const histogram = useHistogram(store, isTail ? undefined : search, span, buckets, round);
  const records = useRecords(store, isTail || hasSql ? undefined : search, span, view.order, round);
  const answer = useAnswer(store, isTail || !hasSql ? undefined : view.query, span, round);
  const shown = isTail ? { problem: tailProblem, loading: false } : hasSql ? answer : records.asked;
  useCharts();
  useRefresh(again, isTail ? undefined : view.refresh);
  const change = (changes: Partial<View>) => go(addressOf(route.path, { ...view, ...changes }));
  const run = (query: string) => {
    rememberQuery(account, query);
    if (query === view.query) again();
    else change({ query, chart: {} });
  };
  const filter = (condition: string, excluded: boolean) => run(withFilter(view.query, condition, excluded));
  const shared = { path: route.path, view, columns: view.columns ?? readColumns(), language, onView: change, onFilter: filter };
  return (
    <>
      <div class="search-head">
        <Tabs label={text.modes} current={view.mode} tabs={(['search', 'tail'] as const).map((mode) => ({ name: mode, text: text[mode], href: addressOf(route.path, { ...view, mode }) }))} />
        <div class="row">
          <CopyLink path={route.path} view={view} />
          {!isTail && <Button onClick={() => setExporting(true)}>{text.export}</Button>}
        </div>
      </div>
      <SearchBar view={view} store={store} span={span} language={language} problem={shown.problem} busy={shown.loading} onRun={run} onView={change} />
      {isTail
        ? (
          <>
            {hasSql && <Notice>{text.sqlOfTail}</Notice>}
            <TailCard {...shared} store={store} search={search} round={round} onProblem={setTailProblem} onAgain={again} />
          </>
        )
        : (
          <>
            <HistogramCard histogram={histogram} store={store} span={span} detailed={view.minutes} onDetailed={(minutes) => go(addressOf(route.path, { ...view, minutes }), !minutes)} onZoom={(range) => change({ range })} onZoomOut={() => change({ range: widened(view.range, new Date()) })} />
            {hasSql ? <AnswerCard path={route.path} view={view} asked={answer} name={route.path[2] ?? ''} onView={change} /> : <RecordsCard {...shared} records={records} />}
          </>
        )}
      {exporting && !isTail && <ExportDialog store={store} name={route.path[2] ?? ''} search={search} hasSql={hasSql} span={span} onClose={() => setExporting(false)} />}
    </>
  );
}
