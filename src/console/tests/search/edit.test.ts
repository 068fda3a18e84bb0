import { describe, expect, it } from 'vitest';
import { conditionText, valueText, withFilter } from '../../src/search/query/edit';

describe('a value', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'], ['2001:db8::1', '2001:db8::1'], ['10.0.0.0/8', '10.0.0.0/8'], ['sgr-bp1', 'sgr-bp1'], ['-', '-'], ['8/0', '8/0'], ['443', '443'],
    ['default drop', '"default drop"'], ['say "no" \\ never', '"say \\"no\\" \\\\ never"'], ['a:b', '"a:b"'], ['or', '"or"'], ['IN', '"IN"'], ['', '""'], ['a*', '"a*"'], ['x|y', '"x|y"'], ['(12 of 60 s)', '"(12 of 60 s)"'],
  ])('is written so that it is read as one: %j', (value, text) => expect(valueText(value)).toBe(text));
});

describe('a filter', () => {
  const condition = conditionText('srcaddr', '10.0.0.1');

  it.each([
    ['', 'srcaddr: 10.0.0.1'],
    ['*', 'srcaddr: 10.0.0.1'],
    ['action: REJECT', 'action: REJECT and srcaddr: 10.0.0.1'],
    ['action: REJECT or dstport: 22', '(action: REJECT or dstport: 22) and srcaddr: 10.0.0.1'],
    ['a OR b', '(a OR b) and srcaddr: 10.0.0.1'],
    ['dstport: (22 or 80)', 'dstport: (22 or 80) and srcaddr: 10.0.0.1'],
    ['rule-id: "this or that"', 'rule-id: "this or that" and srcaddr: 10.0.0.1'],
    ['(a or b) and c', '(a or b) and c and srcaddr: 10.0.0.1'],
    ['action: REJECT | SELECT srcaddr, count(*) GROUP BY srcaddr', 'action: REJECT and srcaddr: 10.0.0.1 | SELECT srcaddr, count(*) GROUP BY srcaddr'],
    ['a or b | SELECT 1 || 2', '(a or b) and srcaddr: 10.0.0.1 | SELECT 1 || 2'],
    ['* | SELECT 1', 'srcaddr: 10.0.0.1 | SELECT 1'],
    ['SELECT count(*) FROM log', 'srcaddr: 10.0.0.1 | SELECT count(*) FROM log'],
    ['srcaddr: 10.0.0.1', 'srcaddr: 10.0.0.1'],
    ['action: REJECT and srcaddr: 10.0.0.1', 'action: REJECT and srcaddr: 10.0.0.1'],
    ['srcaddr: 10.0.0.1 and a', 'srcaddr: 10.0.0.1 and a'],
    ['dstport: 22 or srcaddr: 10.0.0.1', '(dstport: 22 or srcaddr: 10.0.0.1) and srcaddr: 10.0.0.1'],
  ])('is added to %j', (query, filtered) => expect(withFilter(query, condition)).toBe(filtered));

  it.each([
    ['', 'not srcaddr: 10.0.0.1'],
    ['a or b', '(a or b) and not srcaddr: 10.0.0.1'],
    ['a | SELECT 1', 'a and not srcaddr: 10.0.0.1 | SELECT 1'],
  ])('that excludes is added to %j', (query, filtered) => expect(withFilter(query, condition, true)).toBe(filtered));
});
