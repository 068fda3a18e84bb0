import { useApi } from '../../app/session';
import { useAsked, type Asked } from '../../ui/asked';
import { parseExactly } from '../exact';
import type { QueryAnswer, Span } from '../types';

/** The answer of a query with SQL; of one without, nothing is asked. */
export function useAnswer(store: string, query: string | undefined, span: Span, round: number): Asked<QueryAnswer | undefined> {
  const api = useApi();
  return useAsked(async (signal) => {
    if (query === undefined) return undefined;
    const response = await api.send('POST', `${store}/query`, { body: { ...span, query }, signal });
    return parseExactly<QueryAnswer>(await response.text());
  }, [api, store, query, span.from, span.to, round]);
}
