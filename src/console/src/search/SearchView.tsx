import { useCallback, useState } from 'preact/hooks';
import { go, type Route } from '../app/routes';
import { useSession } from '../app/session';
import { useRefresh } from '../ui/asked';
import { useLanguage } from './editor/useLanguage';
import { rememberQuery } from './history';
import { HistogramCard } from './histogram/HistogramCard';
import { useHistogram } from './histogram/useHistogram';
import { withFilter } from './query/edit';
import { partsOf } from './query/parts';
import { readColumns } from './records/columns';
import { RecordsCard } from './records/RecordsCard';
import { useRecords } from './records/useRecords';
import { SearchBar } from './SearchBar';
import { useBuckets } from './useBuckets';
import { useSpan } from './useSpan';
import { addressOf, readView, widened, type View } from './view';

/** The page of a Logstore with its report on. What it shows lies in the fragment; a round asks for the same again. */
export function SearchView({ route, store }: { route: Route; store: string }) {
  const { account } = useSession();
  const language = useLanguage();
  const buckets = useBuckets();
  const view = readView(route.params);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  useRefresh(again, view.mode === 'search' ? view.refresh : undefined);
  const span = useSpan(view.range, round);
  const { search } = partsOf(view.query);
  const histogram = useHistogram(store, search.trim(), span, buckets, round);
  const records = useRecords(store, search.trim(), span, view.order, round);
  const change = (changes: Partial<View>) => go(addressOf(route.path, { ...view, ...changes }));
  const run = (query: string) => {
    rememberQuery(account, query);
    if (query === view.query) again();
    else change({ query, chart: {} });
  };
  const columns = view.columns ?? readColumns();
  return (
    <>
      <SearchBar view={view} store={store} span={span} language={language} problem={records.asked.problem} busy={records.asked.loading} onRun={run} onView={change} />
      <HistogramCard histogram={histogram} store={store} span={span} onZoom={(range) => change({ range })} onZoomOut={() => change({ range: widened(view.range, new Date()) })} />
      <RecordsCard path={route.path} view={view} columns={columns} records={records} language={language} onView={change} onFilter={(condition, excluded) => run(withFilter(view.query, condition, excluded))} />
    </>
  );
}
