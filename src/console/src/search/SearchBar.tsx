import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format';
import { Menu } from '../ui/Menu';
import { TimeRangePicker } from '../ui/TimeRangePicker';
import { refusalTexts } from '../ui/refusals';
import { wordedError } from '../ui/worded';
import { QueryEditor } from './editor/QueryEditor';
import { useCheck } from './editor/useCheck';
import { examples, type ExampleName } from './examples';
import { queriesOf } from './history';
import type { SearchLanguage } from './query/language';
import type { QueryProblem } from './query/marks';
import { searchTexts } from './texts';
import type { Span } from './types';
import { refreshTimes, type View } from './view';

type Properties = { view: View; store: string; span: Span; language: SearchLanguage; problem: ApiProblem | undefined; busy: boolean; onRun: (query: string) => void; onView: (changes: Partial<View>) => void };

const noProblems: QueryProblem[] = [];

/** What is asked: the query, the range of time, and when it is asked again. */
export function SearchBar({ view, store, span, language, problem, busy, onRun, onView }: Properties) {
  const text = useTexts(searchTexts);
  const format = useFormat();
  const { account } = useSession();
  const [draft, setDraft] = useState(view.query);
  useEffect(() => setDraft(view.query), [view.query]);
  const checked = useCheck(draft);
  const refused = useMemo(() => problemsOf(problem), [problem]);
  const words = useTexts(refusalTexts);
  const found = draft === view.query && refused.length > 0 ? refused : checked.text === draft ? checked.problems : noProblems;
  const problems = useMemo(() => found.map((each) => ({ ...each, message: wordedError(each, words) })), [found, words]);
  const take = (query: string) => {
    setDraft(query);
    onRun(query);
  };
  return (
    <section class="card search-bar" aria-label={text.asked}>
      <div class="search-line">
        <QueryEditor value={draft} onChange={setDraft} onRun={() => onRun(draft)} language={language} problems={problems} store={store} span={span} />
        <Button kind="primary" busy={busy && draft === view.query} onClick={() => onRun(draft)}>{text.run}</Button>
      </div>
      <div class="row">
        {/* A live tail has no range, and comes by itself. */}
        {view.mode === 'search' && <TimeRangePicker range={view.range} onChange={(range) => onView({ range })} />}
        {view.mode === 'search' && (
          <select aria-label={text.refresh} value={String(view.refresh ?? '')} onChange={(event) => onView({ refresh: Number(event.currentTarget.value) || undefined })}>
            <option value="">{text.refreshOff}</option>
            {refreshTimes.map((seconds) => <option key={seconds} value={String(seconds)}>{text.refreshEvery(format.seconds(seconds))}</option>)}
          </select>
        )}
        <Menu label={text.examples} items={(Object.keys(examples) as ExampleName[]).map((name) => ({ name, text: text.exampleNames[name], detail: examples[name], onChoose: () => take(examples[name]) }))} />
        <Menu label={text.history} empty={text.noHistory} items={queriesOf(account).map((query) => ({ name: query, text: <code>{query}</code>, onChoose: () => take(query) }))} />
      </div>
    </section>
  );
}

/** Where the service found the query wrong that was run. */
function problemsOf(problem: ApiProblem | undefined): QueryProblem[] {
  return (problem?.errors ?? []).filter((error) => error.field === 'query').map(({ code, message, line = 1, column = 1, length = 0 }) => ({ code, message, line, column, length }));
}
