import { describe, expect, it } from 'vitest';
import { parseRoute } from '../../src/app/routes';
import { fitted, pointsOf, scopeOf } from '../../src/dashboards/scope';
import { addressOf, readView, type View } from '../../src/dashboards/state';

describe('what is looked at', () => {
  it('comes back as the address has it', () => {
    const view: View = { range: { last: 14400 }, filters: ['rule-id: "a & b#?"', 'dstport: 443 and protocol: 6'], measure: 'packets', rate: true, top: 20, refresh: 60 };
    const route = parseRoute(addressOf(['logservice', 'p', 'l', 'dashboards', 'eni'], view));
    expect(route.path).toEqual(['logservice', 'p', 'l', 'dashboards', 'eni']);
    expect(readView(route.params)).toEqual(view);
  });

  it('is the usual where the address says nothing, or nothing of use', () => {
    const usual = { range: { last: 3600 }, filters: [], measure: 'bytes', rate: false, top: 10, refresh: 0 };
    expect(readView(new URLSearchParams())).toEqual(usual);
    expect(readView(new URLSearchParams('top=0&refresh=7&measure=x&filter=%20&rate=2'))).toEqual(usual);
  });
});

describe('the range', () => {
  it.each([
    ['2026-11-29T20:00:30Z', '2026-11-29T21:00:30Z', 3660, 60],
    ['2026-11-29T12:00:00Z', '2026-11-29T18:00:00Z', 21600, 300],
    ['2026-11-28T20:10:00Z', '2026-11-29T20:10:00Z', 90000, 1800],
    ['2026-11-22T20:10:00Z', '2026-11-29T20:10:00Z', 608400, 21600],
  ])('is widened, and has points as reports have them: %s to %s', (from, to, seconds, bucket) => {
    const scope = scopeOf({ from, to });
    expect([scope.to - scope.from, scope.bucketSeconds]).toEqual([seconds, bucket]);
  });

  it('has all points, those that its edges cut too', () => {
    expect(pointsOf({ from: 90, to: 241, bucketSeconds: 60 })).toEqual([60, 120, 180, 240]);
  });

  it('is put into the queries of reports', () => {
    const scope = { from: 0, to: 1, bucketSeconds: 300 };
    expect(fitted('a | SELECT __time__ - __time__ % 60 AS time GROUP BY time LIMIT 100000', scope, 20)).toBe('a | SELECT __time__ - __time__ % 300 AS time GROUP BY time LIMIT 100000');
    expect(fitted('a | SELECT b ORDER BY c DESC LIMIT 10', scope, 20)).toBe('a | SELECT b ORDER BY c DESC LIMIT 20');
  });
});
