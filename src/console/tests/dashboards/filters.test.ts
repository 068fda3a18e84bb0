import { describe, expect, it } from 'vitest';
import { added, filterOf, queryWith, searchWith, splitQuery } from '../../src/dashboards/filters';

describe('filters', () => {
  it.each([
    ['srcaddr', '10.0.1.10', 'srcaddr: 10.0.1.10'],
    ['srcaddr', 'fd00:10::1', 'srcaddr: "fd00:10::1"'],
    ['action', 'REJECT', 'action: REJECT'],
    ['direction', 'in', 'direction: "in"'],
    ['dstport', 443, 'dstport: 443'],
    ['rule-id', 'say "no" \\ never | or', 'rule-id: "say \\"no\\" \\\\ never | or"'],
    ['region', 'a*', 'region: "a*"'],
    ['vm-id', null, 'vm-id: -'],
    ['vm-id', '-', 'vm-id: -'],
  ])('have their values quoted where they must be: %s %j', (field, value, filter) => {
    expect(filterOf(field, value)).toBe(filter);
  });

  it('are put before the SQL, each for itself', () => {
    expect(queryWith('log-status: OK and action: ACCEPT | SELECT a FROM log', ['srcaddr: 10.0.0.1 or dstport: 22', 'action: REJECT'])).toBe(
      '(log-status: OK and action: ACCEPT) and (srcaddr: 10.0.0.1 or dstport: 22) and (action: REJECT) | SELECT a FROM log',
    );
  });

  it.each([
    ['* | SELECT 1', 'action: REJECT | SELECT 1'],
    ['SELECT 1 FROM log', 'action: REJECT | SELECT 1 FROM log'],
    ['rule-id: "a | b"', '(rule-id: "a | b") and (action: REJECT)'],
    ['', 'action: REJECT'],
  ])('meet queries of every form: %j', (query, filtered) => {
    expect(queryWith(query, ['action: REJECT'])).toBe(filtered);
  });

  it('change nothing where there are none', () => {
    expect(queryWith('a | SELECT 1', [])).toBe('a | SELECT 1');
    expect(searchWith('', [])).toBe('');
  });

  it('leave a bar within quotes alone', () => {
    expect(splitQuery('rule-id: "a \\" | b" and x: \'|\' | SELECT \'|\'')).toEqual({ search: 'rule-id: "a \\" | b" and x: \'|\'', sql: "SELECT '|'" });
  });

  it('are added once each', () => {
    expect(added(['a', 'b'], ['b', 'c', 'c'])).toEqual(['a', 'b', 'c']);
  });
});
