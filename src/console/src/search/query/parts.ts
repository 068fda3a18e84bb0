import { unknown } from './language';
import { sqlTokens } from './sqlTokens';

/** Where a query's search ends and its SQL begins; `sqlStart` is undefined where there is none. */
export type Parts = { searchEnd: number; sqlStart: number | undefined; search: string; sql: string | undefined };

/**
 * Finds the bar as the service does: one within quotes or brackets of the search, and one that is doubled, is none.
 * A text that begins like SQL is SQL as a whole, or up to a bar behind which SQL begins again.
 */
export function partsOf(text: string): Parts {
  const tokens = sqlTokens(text, unknown).filter((token) => token.kind !== 'comment');
  const begins = (index: number) => /^(select|with)$/i.test(tokens[index]?.text ?? '');
  if (begins(0)) {
    const bar = tokens.findIndex((token, index) => token.text === '|' && begins(index + 1));
    return bar < 0 ? parts(text, 0, 0) : parts(text, tokens[bar]?.start ?? 0, tokens[bar]?.end ?? 0);
  }
  const bar = barOf(text);
  return bar < 0 ? parts(text, text.length, undefined) : parts(text, bar, bar + 1);
}

function parts(text: string, searchEnd: number, sqlStart: number | undefined): Parts {
  return { searchEnd, sqlStart, search: text.slice(0, searchEnd), sql: sqlStart === undefined ? undefined : text.slice(sqlStart) };
}

function barOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '"' || letter === "'") at = closing(text, at);
    else if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if (letter === '|' && text[at + 1] === '|') at++;
    else if (letter === '|' && depth === 0) return at;
  }
  return -1;
}

function closing(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[opening]) return at;
  }
  return text.length;
}
