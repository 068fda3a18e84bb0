import { expect, it } from 'vitest';
import { byRule } from '../../src/securitygroups/hits';

it('hits of a rule are summed over versions, with the latest of its times', () => {
  const sums = byRule([
    { ruleId: 'a', ruleVersion: 1, records: 2, packets: 20, bytes: 200, firstHit: '2026-11-29T10:00:00Z', lastHit: '2026-11-29T12:00:00Z' },
    { ruleId: 'a', ruleVersion: 2, records: 3, packets: 30, bytes: 300, lastHit: '2026-11-29T11:00:00Z' },
    { ruleId: 'b', records: 1, packets: 1, bytes: 1, lastHit: 1795946400 },
    { ruleId: 'c', records: 1, packets: 1, bytes: 1 },
  ]);
  expect(sums.get('a')).toEqual({ records: 5, packets: 50, bytes: 500, lastHit: Date.parse('2026-11-29T12:00:00Z') / 1000 });
  expect(sums.get('b')?.lastHit).toBe(1795946400);
  expect(sums.get('c')?.lastHit).toBeUndefined();
  expect(sums.has('d')).toBe(false);
});
