import { describe, expect, it } from 'vitest';
import { barOption } from '../../src/dashboards/barOption';
import { filterOfRow } from '../../src/dashboards/BarChart';
import { actionOf, dataOf } from '../../src/dashboards/data';
import { lookAt, lookOf } from '../../src/ui/looks';
import { Naming } from '../../src/dashboards/naming';
import { sankeyOf } from '../../src/dashboards/sankeyOption';
import { summaryData, summarySpecs } from '../../src/dashboards/summary';
import { texts } from '../../src/dashboards/texts';
import { titles, reportNames } from '../../src/dashboards/titles';
import { Format } from '../../src/ui/format';
import type { Palette } from '../../src/ui/palette';
import { portText } from '../../src/ui/services';

const naming = new Naming(texts.en, new Format('en'), new Map([['eni-1', 'web-1']]));
const palette: Palette = { text: 't', faint: 'f', line: 'l', surface: 's', accept: 'green', reject: 'red', series: ['1', '2', 'green', '4', '5', '6', '7', '8'], ramp: ['a', 'b'] };

describe('names', () => {
  it.each([[443, '443 https'], [22, '22 ssh'], [35234, '35234']])('of ports have the service: %d', (port, text) => {
    expect(portText(port)).toBe(text);
  });

  it.each([
    [['protocol', 'dstport'], [6, 443], '443 https · TCP'],
    [['protocol', 'dstport'], [1, 0], 'ICMP'],
    [['eni-id'], ['eni-1'], 'web-1'],
    [['eni-id'], ['eni-2'], 'eni-2'],
    [['action', 'direction'], ['REJECT', 'in'], 'Rejected, in'],
    [['vm-id'], [null], '(none)'],
  ])('of rows are what people read: %j %j', (fields, keys, text) => {
    expect(naming.row(fields, keys)).toBe(text);
  });

  it.each([[0, '0 bit/s'], [999, '999 bit/s'], [123_456, '123 kbit/s'], [9_999_999, '10 Mbit/s']])('of rates: %d', (value, text) => {
    expect(naming.rate('bytes', value)).toBe(text);
  });
});

describe('filters of rows', () => {
  it('leave out the port of a protocol without ports', () => {
    const data = { columns: ['protocol', 'dstport', 'bytes'], rows: [] };
    expect(filterOfRow(data, [6, 443, 1])).toBe('protocol: 6 and dstport: 443');
    expect(filterOfRow(data, [1, 0, 1])).toBe('protocol: 1');
  });
});

describe('who talks to whom', () => {
  it('has no cycles, even where two talk to each other or one to itself', () => {
    const { nodes, links } = sankeyOf({ columns: ['srcaddr', 'dstaddr', 'bytes'], rows: [['a', 'b', 5], ['b', 'a', 3], ['a', 'a', 1], ['a', 'b', 2], ['c', 'b', 0]] }, 'bytes');
    expect(nodes.map((node) => node.name)).toEqual(['s:a', 'd:b', 's:b', 'd:a']);
    expect(links).toEqual([{ source: 's:a', target: 'd:b', value: 7 }, { source: 's:b', target: 'd:a', value: 3 }, { source: 's:a', target: 'd:a', value: 1 }]);
    expect(links.every((link) => link.source.startsWith('s:') && link.target.startsWith('d:'))).toBe(true);
  });
});

describe('bars', () => {
  it('put what was rejected upon what was accepted', () => {
    const data = { columns: ['srcaddr', 'bytes', 'rejectedBytes'], rows: [['10.0.0.1', 100, 30]] };
    const { series } = barOption(palette, { data, measure: 'bytes', naming, action: undefined, narrow: false }) as { series: { name: string; data: number[]; color: string }[] };
    expect(series.map(({ name, data: values, color }) => [name, values, color])).toEqual([['Accepted', [70], 'green'], ['Rejected', [30], 'red']]);
  });
});

describe('looks', () => {
  it('tell direction and action apart without colours, and keep the colour of accepted for that', () => {
    const four = [['ACCEPT', 'in'], ['ACCEPT', 'out'], ['REJECT', 'in'], ['REJECT', 'out']].map(([action, direction]) => lookOf(palette, action!, direction!).decal);
    expect(new Set(four).size).toBe(4);
    expect(Array.from({ length: 20 }, (_, index) => lookAt(palette, index).color)).not.toContain('green');
  });
});

describe('queries', () => {
  it('say what they ask of the action in their search only', () => {
    expect(actionOf('log-status: OK and action: REJECT | SELECT 1')).toBe('REJECT');
    expect(actionOf("log-status: OK | SELECT 'action: REJECT'")).toBeUndefined();
  });

  it('have the columns by name, and how exact they are', () => {
    expect(dataOf({ columns: [{ name: 'a', type: 'bigint' }], rows: [[1]], isCut: false })).toEqual({ columns: ['a'], rows: [[1]] });
  });
});

describe('the summary', () => {
  const traffic = { records: 1, packets: 2, bytes: 3 };
  const list = (key: string, errorBytes = 0) => ({ items: [{ key, errorBytes, ...traffic, rejectedRecords: 0, rejectedPackets: 0, rejectedBytes: 0 }] });
  const data = summaryData({
    from: '', to: '', bucketSeconds: 60, totals: traffic, accepted: traffic, rejected: traffic, noDataWindows: 0, skippedWindows: 0,
    traffic: [{ time: '2026-11-29T20:00:00Z', action: 'ACCEPT', direction: '-', ...traffic }], protocols: [], sources: list('10.0.0.1', 7), destinations: list('-'), destinationPorts: list('6/443'), enis: list('eni-1'),
  });

  it('has columns that its queries have too', () => {
    for (const spec of summarySpecs({ from: 0, to: 60, bucketSeconds: 60 }, 10)) {
      for (const column of data.get(spec.name)?.columns ?? []) expect(spec.query, `${spec.name} ${column}`).toMatch(new RegExp(`\\b${column}\\b`));
    }
  });

  it('takes keys apart and shows what has no value', () => {
    expect(data.get('ports')!.rows[0]!.slice(0, 2)).toEqual([6, 443]);
    expect(data.get('traffic')!.rows[0]!.slice(0, 3)).toEqual([1_795_982_400, 'ACCEPT', null]);
    expect(data.get('destinations')!.rows[0]![0]).toBeNull();
    expect(data.get('sources')!.rowErrors).toEqual([{ records: 0, packets: 0, bytes: 7 }]);
    expect(data.get('enis')!.rowErrors).toBeUndefined();
  });
});

describe('titles', () => {
  it('are there in both languages', () => {
    expect(Object.keys(titles.zh)).toEqual(Object.keys(titles.en));
    expect(reportNames.every((name) => name in titles.en)).toBe(true);
  });
});
