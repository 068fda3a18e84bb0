import type { SearchLanguage } from './language';
import { partsOf } from './parts';
import { searchTokens } from './searchTokens';
import { sqlTokens } from './sqlTokens';
import type { Token } from './token';

/** The pieces of a query: its search, the bar, and its SQL. */
export function queryTokens(text: string, language: SearchLanguage): Token[] {
  const { searchEnd, sqlStart } = partsOf(text);
  const bar: Token[] = sqlStart === undefined || sqlStart === searchEnd ? [] : [{ kind: 'bar', start: searchEnd, end: sqlStart, text: '|' }];
  const sql = sqlStart === undefined ? [] : sqlTokens(text, language, sqlStart);
  return [...searchTokens(text, 0, searchEnd), ...bar, ...sql];
}
