import { describe, expect, it } from 'vitest';
import { absolute, readRange, writeRange } from '../../src/ui/timeRange';

const now = new Date('2026-11-29T20:00:00.500Z');

describe('time ranges', () => {
  it.each([
    ['last=3600', { from: '2026-11-29T19:00:00Z', to: '2026-11-29T20:00:00Z' }],
    ['from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z', { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' }],
  ])('are read from links: %s', (link, range) => {
    expect(absolute(readRange(new URLSearchParams(link)), now)).toEqual(range);
  });

  it.each(['', 'last=0', 'last=-5', 'last=1.5', 'last=x', 'from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z', 'from=x&to=y'])('that cannot be read are the last 15 minutes: %j', (link) => {
    expect(readRange(new URLSearchParams(link))).toEqual({ last: 900 });
  });

  it('come back as they were written', () => {
    for (const range of [{ last: 900 }, { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-01T00:05:00Z') }]) {
      const written = Object.entries(writeRange(range)).filter((entry): entry is [string, string] => entry[1] !== undefined);
      expect(readRange(new URLSearchParams(written))).toEqual(range);
    }
  });
});
