import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../../api/problem';
import { useApi } from '../../app/session';
import type { QueryProblem } from '../query/marks';

/** What the service finds wrong with a text, told a moment after typing stops; `text` is what it was told of. */
export type Checked = { text: string; problems: QueryProblem[] };

const delay = 300;

export function useCheck(text: string): Checked {
  const api = useApi();
  const [checked, setChecked] = useState<Checked>({ text: '', problems: [] });
  useEffect(() => {
    if (text.trim() === '') {
      setChecked({ text, problems: [] });
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.change<{ problems: QueryProblem[] }>('POST', 'search/check', { query: text }, { signal: abort.signal }).then(
        ({ problems }) => setChecked({ text, problems }),
        // A check that fails says nothing of the query; running it will.
        (reason: unknown) => !(reason instanceof ApiProblem) && !abort.signal.aborted && console.error(reason),
      );
    }, delay);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, text]);
  return checked;
}
