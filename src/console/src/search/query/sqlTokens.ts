import { fieldOf, type SearchLanguage } from './language';
import type { Token } from './token';

const rules: [Token['kind'], RegExp][] = [
  ['comment', /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /'(?:[^']|'')*(?:'|$)/y],
  ['name', /"(?:[^"]|"")*(?:"|$)/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy],
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['operator', /\|\||<=|>=|<>|!=|==|[-+*/%<>=,.;&|~!?:@#$^\\{}`]/y],
  ['bracket', /[()[\]]/y],
];

/** Words that are always SQL's own, whatever the service lists. */
const known = new Set('select from where group by having order limit offset as and or not in is null between like case when then else end distinct asc desc with union all intersect except join left right full inner outer cross on using over partition filter exists cast try_cast values recursive nulls first last rows range unbounded preceding following current row unnest true false escape glob interval extract array'.split(' '));

/** The pieces of an SQL statement. `start` is where it lies in the whole text. */
export function sqlTokens(text: string, language: SearchLanguage, start = 0, end = text.length): Token[] {
  const keywords = new Set([...known, ...language.keywords.flatMap((words) => words.toLowerCase().split(' '))]);
  const tokens: Token[] = [];
  const sql = text.slice(0, end);
  for (let at = start; at < end; ) {
    const found = match(sql, at);
    if (found !== undefined) tokens.push(found);
    at = found?.end ?? at + 1;
  }
  return tokens.map((token, index) => ({ ...token, kind: kindOf(token, tokens[index + 1], keywords, language) }));
}

function match(sql: string, at: number): Token | undefined {
  for (const [kind, rule] of rules) {
    rule.lastIndex = at;
    const text = rule.exec(sql)?.[0];
    if (text) return { kind, start: at, end: at + text.length, text, ...(kind === 'string' || kind === 'name' ? { closed: text.length > 1 && text.endsWith(text.charAt(0)) } : {}) };
  }
  return undefined;
}

function kindOf(token: Token, next: Token | undefined, keywords: Set<string>, language: SearchLanguage): Token['kind'] {
  if (token.kind === 'name') return fieldOf(language, token.text.slice(1, -1)) ? 'field' : 'name';
  if (token.kind !== 'word') return token.kind;
  const word = token.text.toLowerCase();
  const isCalled = next?.text === '(';
  if (isCalled && language.functions.some((each) => each.name.toLowerCase() === word)) return 'function';
  if (keywords.has(word)) return 'keyword';
  if (isCalled) return 'function';
  return fieldOf(language, word) ? 'field' : 'word';
}
