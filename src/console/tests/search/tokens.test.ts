import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/search/query/parts';
import { searchTokens } from '../../src/search/query/searchTokens';
import { queryTokens } from '../../src/search/query/tokens';
import { language } from './language';

const told = (text: string) => queryTokens(text, language).map((token) => `${token.kind} ${token.text}`);

describe('a search', () => {
  it.each([
    ['action: REJECT and dstport: ssh', ['field action', 'operator :', 'word REJECT', 'keyword and', 'field dstport', 'operator :', 'word ssh']],
    ['srcaddr: 2001:db8::1', ['field srcaddr', 'operator :', 'word 2001:db8::1']],
    ['srcaddr:fe80::1 x', ['field srcaddr', 'operator :', 'word fe80::1', 'word x']],
    ['2001:db8::/32', ['word 2001:db8::/32']],
    ['dstport:443', ['field dstport', 'operator :', 'number 443']],
    ['start > 2026-01-01T08:00:00+08:00', ['field start', 'operator >', 'word 2026-01-01T08:00:00+08:00']],
    ['bytes >= 1.5M packets!=0', ['field bytes', 'operator >=', 'number 1.5M', 'field packets', 'operator !=', 'number 0']],
    ['dstport in (80, dns)', ['field dstport', 'keyword in', 'bracket (', 'number 80', 'operator ,', 'word dns', 'bracket )']],
    ['direction: in', ['field direction', 'operator :', 'word in']],
    ['"eni-id": "a \\" b | c"', ['field "eni-id"', 'operator :', 'string "a \\" b | c"']],
    ["rule-id: 'open", ['field rule-id', 'operator :', "string 'open"]],
    ['NOT (a OR b)', ['keyword NOT', 'bracket (', 'word a', 'keyword OR', 'word b', 'bracket )']],
  ])('is taken apart: %s', (text, tokens) => expect(told(text)).toEqual(tokens));
});

describe('SQL', () => {
  it('has fields in both forms, functions, comments and texts', () => {
    expect(told(`* | SELECT "eni-id", count(*) AS n -- all\nFROM log WHERE src_x = 'it''s' AND tcp_flags > 1.5e3 /* end`)).toEqual([
      'word *', 'bar |', 'keyword SELECT', 'field "eni-id"', 'operator ,', 'function count', 'bracket (', 'operator *', 'bracket )', 'keyword AS', 'word n', 'comment -- all', 'keyword FROM', 'word log', 'keyword WHERE',
      'word src_x', 'operator =', "string 'it''s'", 'keyword AND', 'field tcp_flags', 'operator >', 'number 1.5e3', 'comment /* end',
    ]);
  });
});

describe('pieces', () => {
  it.each(['', '*', 'a | SELECT 1', 'x: "', "SELECT '", '((', '| |', 'a || b | SELECT 🙂 §', 'SELECT 1 /*', ': : :', '\\'])('cover everything but blanks, in order: %j', (text) => {
    let at = 0;
    for (const token of queryTokens(text, language)) {
      expect(token.start).toBeGreaterThanOrEqual(at);
      expect(text.slice(token.start, token.end)).toBe(token.text);
      expect(text.slice(at, token.start).trim()).toMatch(/^[🙂§]*$/u);
      at = token.end;
    }
    expect(text.slice(at).trim()).toMatch(/^[🙂§ ]*$/u);
  });

  it('of a long text are found at once', () => {
    expect(searchTokens('a or '.repeat(3000)).length).toBe(6000);
  });
});

describe('the bar', () => {
  it.each([
    ['action: REJECT | SELECT 1', 'action: REJECT ', ' SELECT 1'],
    ['rule-id: "a | b" | SELECT 1', 'rule-id: "a | b" ', ' SELECT 1'],
    ["x: 'it\\'s | ' | SELECT 1", "x: 'it\\'s | ' ", ' SELECT 1'],
    ['a || b', 'a || b', undefined],
    ['(a | b)', '(a | b)', undefined],
    ['SELECT 1 || 2', '', 'SELECT 1 || 2'],
    ['  select srcaddr FROM log', '', '  select srcaddr FROM log'],
    ['WITH a AS (SELECT 1) SELECT * FROM a', '', 'WITH a AS (SELECT 1) SELECT * FROM a'],
    ['* | SELECT 1 | 2', '* ', ' SELECT 1 | 2'],
    ['-- all\nSELECT 1', '', '-- all\nSELECT 1'],
    ['', '', undefined],
  ])('splits %j', (text, search, sql) => {
    expect(partsOf(text)).toMatchObject({ search, sql });
  });
});
