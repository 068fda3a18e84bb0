import { describe, expect, it } from 'vitest';
import { gapsOf, type EniRuns } from '../../src/search/histogram/gaps';
import { stacksOf } from '../../src/search/histogram/stacks';
import { marksOf } from '../../src/search/query/marks';
import { piecesOf } from '../../src/search/editor/pieces';
import { fileName, readCompleteness } from '../../src/search/exporting/download';
import { conversationQuery, otherWayQuery } from '../../src/search/records/flow';
import { flagNames, namedValue } from '../../src/search/names';
import { withMore, type Ring } from '../../src/search/tail/ring';
import { fixed, marked, readView, widened, writeView, addressOf, type View } from '../../src/search/view';
import { parseRoute } from '../../src/app/routes';

describe('a view', () => {
  const view: View = { query: 'a: "ü & #?" | SELECT 1', range: { last: 3600 }, mode: 'tail', order: 'oldest', columns: ['start', 'tcp-flags'], show: 'table', chart: { kind: 'pie', x: 'a b', y: '*', group: '-' }, refresh: 10, minutes: true };

  it('comes back from its address as it was written', () => {
    expect(readView(parseRoute(addressOf(['logservice', 'p', 'l'], view, 'cn-shanghai')).params)).toEqual(view);
    const usual = readView(new URLSearchParams());
    expect(Object.values(writeView(usual)).filter((value) => value !== undefined)).toEqual(['900']);
  });

  it('that is fixed shows the same times later', () => {
    expect(fixed(view, new Date('2026-01-01T01:00:00Z')).range).toEqual({ from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-01-01T01:00:00Z') });
  });

  it('zooms to whole buckets within what is shown, and out again', () => {
    const span = { from: '2026-01-01T00:00:30Z', to: '2026-01-01T00:10:00Z' };
    expect(marked(Date.parse('2026-01-01T00:00:40Z'), Date.parse('2026-01-01T00:02:01Z'), 60, span)).toEqual({ from: new Date('2026-01-01T00:00:30Z'), to: new Date('2026-01-01T00:03:00Z') });
    expect(marked(Date.parse('2026-01-01T01:00:00Z'), Date.parse('2026-01-01T01:10:00Z'), 60, span)).toBeUndefined();
    expect(widened({ from: new Date('2026-01-01T01:00:00Z'), to: new Date('2026-01-01T02:00:00Z') }, new Date('2026-01-01T02:30:00Z'))).toEqual({ from: new Date('2025-12-31T23:30:00Z'), to: new Date('2026-01-01T02:30:00Z') });
    expect(widened({ last: 900 }, new Date())).toEqual({ last: 2700 });
  });
});

describe('problems', () => {
  it('are marked at their lines and columns, those behind the text at its end', () => {
    const marks = marksOf('ab\ncd ef', [{ code: '', message: '2', line: 2, column: 4, length: 2 }, { code: '', message: '1', line: 1, column: 2, length: 9 }, { code: '', message: 'end', line: 2, column: 6, length: 0 }, { code: '', message: 'far', line: 9, column: 9, length: 3 }]);
    expect(marks).toEqual([{ start: 1, end: 8, message: '1' }, { start: 6, end: 8, message: '2' }, { start: 8, end: 8, message: 'end' }, { start: 8, end: 8, message: 'far' }]);
  });

  it('cut the text into pieces that are the text', () => {
    const pieces = piecesOf('a: b', [{ kind: 'field', start: 0, end: 1, text: 'a' }, { kind: 'operator', start: 1, end: 2, text: ':' }], [{ start: 4, end: 4, message: 'end' }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('a: b');
    expect(pieces.at(-1)).toMatchObject({ text: 'b', mark: { message: 'end' } });
    expect(piecesOf('', [], [{ start: 0, end: 0, message: 'x' }]).map((piece) => piece.text).join('')).toBe('');
  });
});

describe('gaps', () => {
  const run = (from: number, to: number, state: EniRuns['runs'][number]['state']) => ({ from: new Date(from * 1000).toISOString(), to: new Date(to * 1000).toISOString(), state });
  const span = { from: new Date(0).toISOString(), to: new Date(100_000).toISOString() };

  it('are those of any ENI, put together and cut to the range; what is missing counts more than what is pending', () => {
    const enis = [{ eniId: 'a', runs: [run(-10, 5, 'lost'), run(5, 10, 'observed'), run(20, 30, 'late'), run(60, 200, 'pending')] }, { eniId: 'b', runs: [run(25, 40, 'skipped'), run(70, 80, 'lost')] }];
    expect(gapsOf(enis, span).map((gap) => [gap.from / 1000, gap.to / 1000, gap.state])).toEqual([[0, 5, 'missing'], [20, 40, 'missing'], [60, 70, 'pending'], [70, 80, 'missing'], [80, 100, 'pending']]);
  });
});

describe('bars by action', () => {
  const bucket = (from: number, count: number) => ({ from: new Date(from * 1000).toISOString(), to: '', count, packets: 0, bytes: 0 });
  const columns = ['time', 'action', 'records', 'packets', 'bytes'].map((name) => ({ name, type: 'bigint' as const }));

  it('add up to the buckets, the first of which may be cut', () => {
    expect(stacksOf([bucket(30, 4), bucket(60, 3)], 60, { columns, rows: [[0, 'ACCEPT', 3, 0, 0], [0, '-', 1, 0, 0], [60, 'REJECT', 3, 0, 0]] })).toEqual([{ accepted: 3, rejected: 0, other: 1 }, { accepted: 0, rejected: 3, other: 0 }]);
  });

  it('are higher where records came meanwhile, and not shown where some are missing', () => {
    expect(stacksOf([bucket(0, 4)], 60, { columns, rows: [[0, 'ACCEPT', 5, 0, 0]] })).toEqual([{ accepted: 5, rejected: 0, other: 0 }]);
    expect(stacksOf([bucket(0, 4)], 60, { columns, rows: [[0, 'ACCEPT', 3, 0, 0]] })).toBeUndefined();
  });
});

describe('a record', () => {
  const flow = { srcaddr: '10.0.0.1', dstaddr: '2001:db8::1', srcport: 5000, dstport: 443, protocol: 6 };

  it('has another direction and a conversation', () => {
    expect(otherWayQuery(flow)).toBe('srcaddr: 2001:db8::1 and dstaddr: 10.0.0.1 and srcport: 443 and dstport: 5000 and protocol: 6');
    expect(conversationQuery({ ...flow, srcport: 0, dstport: 0, protocol: 1 })).toBe('(srcaddr: 10.0.0.1 and dstaddr: 2001:db8::1 and protocol: 1) or (srcaddr: 2001:db8::1 and dstaddr: 10.0.0.1 and protocol: 1)');
    expect(otherWayQuery({ srcaddr: '-' })).toBeUndefined();
  });

  it('keeps its numbers beside their names', () => {
    expect([namedValue('protocol', 6), namedValue('protocol', 200), namedValue('tcp-flags', 18), namedValue('dstport', 443), namedValue('tcp-flags', '-'), flagNames(0)]).toEqual(['6 TCP', '200', '18 SYN ACK', '443 https', '-', '']);
  });
});

describe('a ring', () => {
  it('has the newest first, at most so many, and numbers that stay', () => {
    let ring: Ring<string> = { items: [], received: 0 };
    for (const values of [['a', 'b'], ['c'], ['d', 'e']]) ring = withMore(ring, values, 3);
    expect(ring).toEqual({ received: 5, items: [{ number: 4, value: 'e' }, { number: 3, value: 'd' }, { number: 2, value: 'c' }] });
    expect(withMore(ring, ['f', 'g', 'h', 'i'], 3).items.map((item) => item.value)).toEqual(['i', 'h', 'g']);
  });
});

describe('headers of an export', () => {
  it('are read', () => {
    expect(readCompleteness('share=0.974025, observed=64, no-traffic=11, skipped=2')).toEqual({ share: 0.974025, observed: 64, 'no-traffic': 11, skipped: 2 });
    expect(readCompleteness(null)).toEqual({});
    expect(fileName('attachment; filename="flow-log_20261129.csv"', 'x')).toBe('flow-log_20261129.csv');
    expect(fileName(null, 'x')).toBe('x');
  });
});
