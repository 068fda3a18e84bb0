import type { SearchLanguage } from './language';
import { partsOf } from './parts';
import { isComparison, searchTokens } from './searchTokens';
import { sqlTokens } from './sqlTokens';
import type { Token } from './token';

/**
 * What may stand where the caret is: the name of a field, a value of one, what joins conditions, or a word of SQL.
 * `from` and `to` are what a choice takes the place of; `typed` is what of it stands before the caret, without quotes.
 */
export type Context = { part: 'search' | 'sql'; kind: 'condition' | 'joiner' | 'value' | 'sql' | 'none'; field?: string; from: number; to: number; typed: string };

export function contextAt(text: string, caret: number, language: SearchLanguage): Context {
  const { searchEnd, sqlStart } = partsOf(text);
  return sqlStart !== undefined && caret >= sqlStart
    ? inSql(sqlTokens(text, language, sqlStart), caret)
    : inSearch(searchTokens(text, 0, searchEnd), caret);
}

const texts: Token['kind'][] = ['word', 'number', 'string', 'field', 'keyword', 'function', 'name'];

/** Splits the pieces at the caret: those before, and the one that is being written. */
function around(tokens: Token[], caret: number): { before: Token[]; typed: string; from: number; to: number; current: Token | undefined } {
  const current = tokens.find((token) => texts.includes(token.kind) && token.start < caret && caret <= token.end && !(token.closed === true && caret === token.end));
  const before = tokens.filter((token) => token.end <= caret && token !== current);
  const quoted = current !== undefined && /^["']/.test(current.text);
  return {
    before, current, from: current?.start ?? caret, to: current?.end ?? caret,
    typed: current === undefined ? '' : current.text.slice(quoted ? 1 : 0, caret - current.start),
  };
}

function inSearch(tokens: Token[], caret: number): Context {
  const { before, typed, from, to } = around(tokens, caret);
  const context = (kind: Context['kind'], field?: string): Context => ({ part: 'search', kind, from, to, typed, ...(field === undefined ? {} : { field }) });
  const last = before.at(-1);
  if (last === undefined) return context('condition');
  if (isComparison(last)) return context('value', keyBefore(before, before.length - 1));
  const list = listOf(before);
  if (list?.bracket === '[') return context('none');
  if (list !== undefined) return last.text === '(' || last.text === ',' || last.kind === 'keyword' ? context('value', list.field) : context('joiner');
  if (last.text === '(' || last.kind === 'keyword') return context('condition');
  return context(typed === '' ? 'joiner' : 'condition');
}

/** The field whose values stand in the parentheses or brackets that are open. */
function listOf(before: Token[]): { field: string; bracket: string } | undefined {
  const open: number[] = [];
  before.forEach((token, index) => {
    if (token.text === '(' || token.text === '[') open.push(index);
    else if (token.text === ')' || token.text === ']') open.pop();
  });
  for (const index of open.reverse()) {
    const field = keyBefore(before, index - 1);
    if (field !== undefined) return { field, bracket: before[index]?.text ?? '' };
  }
  return undefined;
}

/** The field before a colon, a comparison or `in`, at most two of them. */
function keyBefore(tokens: Token[], index: number): string | undefined {
  for (let at = index; at >= Math.max(0, index - 2); at--) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (token.kind === 'field' || (at < index && (token.kind === 'word' || token.kind === 'string'))) return token.text.replace(/^["']|["']$/g, '');
    if (!isComparison(token) && !/^in$/i.test(token.text)) return undefined;
  }
  return undefined;
}

function inSql(tokens: Token[], caret: number): Context {
  const inComment = tokens.some((token) => token.kind === 'comment' && token.start < caret && caret <= token.end && !(token.text.endsWith('*/') && caret === token.end));
  const { before, typed, from, to, current } = around(tokens.filter((token) => token.kind !== 'comment'), caret);
  const context = (kind: Context['kind'], field?: string): Context => ({ part: 'sql', kind, from, to, typed, ...(field === undefined ? {} : { field }) });
  if (inComment || current?.kind === 'number') return context('none');
  const compared = comparedBefore(before);
  if (current?.kind === 'string') return compared === undefined ? context('none') : context('value', compared);
  if (compared !== undefined && typed === '') return context('value', compared);
  if (/^as$/i.test(before.at(-1)?.text ?? '')) return context('none');
  return context('sql');
}

/** The column whose value is to come: `action = `, `action IN ('ACCEPT', `. */
function comparedBefore(before: Token[]): string | undefined {
  let at = before.length - 1;
  if (/^(=|==|<>|!=)$/.test(before[at]?.text ?? '')) at--;
  else {
    while (at >= 0 && (before[at]?.kind === 'string' || before[at]?.kind === 'number' || before[at]?.text === ',')) at--;
    if (before[at]?.text !== '(' || !/^in$/i.test(before[at - 1]?.text ?? '')) return undefined;
    at -= /^not$/i.test(before[at - 2]?.text ?? '') ? 3 : 2;
  }
  const token = before[at];
  return token?.kind === 'field' ? token.text.replaceAll('"', '') : undefined;
}
