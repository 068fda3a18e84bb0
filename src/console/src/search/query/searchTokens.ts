import type { Token } from './token';

const sign = /[()[\]"'<>=,|]/;
const addressOnly = /^[0-9a-f:./*?]+$/i;
const time = /^\d{4}-\d\d-\d\dT\d\d:/i;
const number = /^\d+(\.\d+)?([kmgt]i?)?b?$/i;

/** The pieces of a search, taken apart as the service does. `start` is where the search lies in the whole text. */
export function searchTokens(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let at = start;
  const add = (kind: Token['kind'], to: number, closed?: boolean) => {
    tokens.push({ kind, start: at, end: to, text: text.slice(at, to), ...(closed === undefined ? {} : { closed }) });
    at = to;
  };
  while (at < end) {
    const letter = text.charAt(at);
    if (/\s/.test(letter)) at++;
    else if (letter === '"' || letter === "'") {
      const close = closing(text, at, end);
      add('string', Math.min(close + 1, end), close < end);
    } else {
      const length = wordLength(text, at, end, tokens.at(-1));
      if (length > 0) add(number.test(text.slice(at, at + length)) ? 'number' : 'word', at + length);
      else if (/^(<=|>=|!=|<>|==)/.test(text.slice(at, Math.min(at + 2, end)))) add('operator', at + 2);
      else add(/[()[\]]/.test(letter) ? 'bracket' : 'operator', at + 1);
    }
  }
  return tokens.map((token, index) => ({ ...token, kind: kindOf(token, tokens, index) }));
}

/** Words and quotes before a colon or a comparison are fields; and, or, not and in are keywords. */
function kindOf(token: Token, tokens: Token[], index: number): Token['kind'] {
  if (token.kind !== 'word' && token.kind !== 'string' && token.kind !== 'number') return token.kind;
  const next = tokens[index + 1];
  const behind = tokens[index - 1];
  if (token.kind === 'word' && /^(and|or|not)$/i.test(token.text)) return 'keyword';
  const opens = (at: number) => /^[([]$/.test(tokens[at]?.text ?? '');
  const isBehindKey = behind !== undefined && isComparison(behind);
  if (token.kind === 'word' && /^in$/i.test(token.text) && opens(index + 1) && behind !== undefined) return 'keyword';
  if (!isBehindKey && next !== undefined && (isComparison(next) || (/^in$/i.test(next.text) && opens(index + 2)))) return 'field';
  return token.kind;
}

export const isComparison = (token: Token): boolean => token.kind === 'operator' && token.text !== ',' && token.text !== '|';

/** The index of the quote that closes, or `end`. */
function closing(text: string, opening: number, end: number): number {
  for (let at = opening + 1; at < end; at++) {
    if (text[at] === '\\' && /["'\\]/.test(text.charAt(at + 1))) at++;
    else if (text[at] === text[opening]) return at;
  }
  return end;
}

/** How far a word without quotes goes; a colon ends it, but belongs to IPv6 addresses and to times. */
function wordLength(text: string, start: number, end: number, behind: Token | undefined): number {
  if (text[start] === ':' && behind?.end === start && (behind.kind === 'word' || behind.kind === 'string' || behind.kind === 'number')) return 0;
  let at = start;
  while (at < end && !/\s/.test(text.charAt(at)) && !sign.test(text.charAt(at)) && !text.startsWith('!=', at)) at++;
  const word = text.slice(start, at);
  const colon = word.indexOf(':');
  if (colon < 0 || time.test(word)) return word.length;
  return isAddress(word, behind !== undefined && isComparison(behind)) ? word.length : colon;
}

function isAddress(word: string, isValue: boolean): boolean {
  if (word.length > 64 || !addressOnly.test(word)) return false;
  if (isValue) return true;
  return (word.match(/:/g) ?? []).length > 1 && /\d|::/.test(word);
}
