import { partsOf } from './parts';
import { searchTokens } from './searchTokens';

const bare = /^[\p{L}\p{N}._/-]+$/u;
const address = /^[0-9a-f:.]+(\/\d+)?$/i;

/** A value as a search has it behind a key: in quotes where it would not be read as one word. */
export function valueText(value: string): string {
  const isWord = (bare.test(value) || (address.test(value) && value.split(':').length > 2)) && !/^(and|or|not|in)$/i.test(value);
  return isWord ? value : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export const conditionText = (field: string, value: string): string => `${field}: ${valueText(value)}`;

/**
 * The query with one more condition that records must meet, or must not. It belongs to the search, before the bar;
 * a search of several that are joined by `or` is put in parentheses. A condition that is there is not repeated.
 */
export function withFilter(query: string, condition: string, excluded = false): string {
  const { search, sql } = partsOf(query);
  const wanted = excluded ? `not ${condition}` : condition;
  const filtered = joined(search.trim(), wanted);
  return sql === undefined ? filtered : `${filtered} | ${sql.trim()}`;
}

function joined(search: string, wanted: string): string {
  if (search === '' || search === '*') return wanted;
  if (topWords(search).includes('or')) return `(${search}) and ${wanted}`;
  const isThere = search === wanted || search.endsWith(` and ${wanted}`) || search.startsWith(`${wanted} and `) || search.includes(` and ${wanted} and `);
  return isThere ? search : `${search} and ${wanted}`;
}

/** The keywords that stand in no parentheses. */
function topWords(search: string): string[] {
  let depth = 0;
  const words: string[] = [];
  for (const token of searchTokens(search)) {
    if (token.text === '(' || token.text === '[') depth++;
    else if (token.text === ')' || token.text === ']') depth--;
    else if (depth === 0 && token.kind === 'keyword') words.push(token.text.toLowerCase());
  }
  return words;
}
