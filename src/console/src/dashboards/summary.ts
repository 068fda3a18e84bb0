import { secondsAt, type Scope } from './scope';
import type { Bound, ChartData, ChartSpec } from './data';

type Traffic = { records: number; packets: number; bytes: number };
type Rejected = { rejectedRecords: number; rejectedPackets: number; rejectedBytes: number };
type List = { items: ({ key: string; errorBytes: number } & Traffic & Rejected)[] };
type Interval = { low: number; high: number };

export type DashboardAnswer = {
  from: string;
  to: string;
  bucketSeconds: number;
  totals: Traffic & { bytesInterval?: Interval; packetsInterval?: Interval };
  accepted: Traffic;
  rejected: Traffic;
  noDataWindows: number;
  skippedWindows: number;
  traffic: ({ time: string; action: string; direction: string } & Traffic)[];
  protocols: ({ protocol: number } & Traffic & { rejectedPackets: number; rejectedBytes: number })[];
  sources: List;
  destinations: List;
  destinationPorts: List;
  enis: List;
};

const sums = 'count(*) AS records, sum(packets) AS packets, sum(bytes) AS bytes';
const rejected = ['records', 'packets', 'bytes'].map((name) => `sum(CASE WHEN action = 'REJECT' THEN ${name === 'records' ? '1' : name} ELSE 0 END) AS rejected${name[0]!.toUpperCase()}${name.slice(1)}`).join(', ');

/** What the summary's charts ask, if it is asked of the records themselves. */
export function summarySpecs({ bucketSeconds }: Scope, top: number): ChartSpec[] {
  const time = `__time__ - __time__ % ${bucketSeconds} AS time`;
  const list = (name: string, keys: string): ChartSpec => ({ name, title: name, kind: 'bar', query: `log-status: OK | SELECT ${keys}, ${sums}, ${rejected} FROM log GROUP BY ${keys} ORDER BY bytes DESC LIMIT ${top}` });
  return [
    { name: 'actions', title: 'Traffic', kind: 'number', query: `log-status: OK | SELECT action, ${sums} FROM log GROUP BY action ORDER BY records DESC` },
    { name: 'traffic', title: 'Traffic over time', kind: 'line', query: `log-status: OK | SELECT ${time}, action, direction, ${sums} FROM log GROUP BY time, action, direction ORDER BY time LIMIT 100000` },
    { name: 'protocols', title: 'Protocols', kind: 'pie', query: `log-status: OK | SELECT protocol, ${sums}, sum(CASE WHEN action = 'REJECT' THEN packets ELSE 0 END) AS rejectedPackets, sum(CASE WHEN action = 'REJECT' THEN bytes ELSE 0 END) AS rejectedBytes FROM log GROUP BY protocol ORDER BY bytes DESC LIMIT 256` },
    list('ports', 'protocol, dstport'),
    list('sources', 'srcaddr'),
    list('destinations', 'dstaddr'),
    list('enis', '"eni-id"'),
    { name: 'heat', title: 'Sources over time', kind: 'heatmap', query: `log-status: OK | SELECT srcaddr, sum(bytes) AS bytes FROM log GROUP BY srcaddr ORDER BY bytes DESC LIMIT ${top}` },
    { name: 'map', title: 'From source to destination', kind: 'sankey', query: `log-status: OK | SELECT srcaddr, dstaddr, ${sums} FROM log GROUP BY srcaddr, dstaddr ORDER BY bytes DESC LIMIT ${Math.min(100, top * 2)}` },
  ];
}

const three = ['records', 'packets', 'bytes'];
const six = [...three, 'rejectedRecords', 'rejectedPackets', 'rejectedBytes'];
const cells = (traffic: Traffic) => [traffic.records, traffic.packets, traffic.bytes];

/** The dashboard's answer as the charts' data; what it does not have (who talks to whom) is not among them. */
export function summaryData(answer: DashboardAnswer): Map<string, ChartData> {
  const list = (keys: string[], { items }: List, split: (key: string) => (string | number | null)[]): ChartData => {
    const bound = (item: { errorBytes: number }): Bound => ({ records: 0, packets: 0, bytes: item.errorBytes });
    return {
      columns: [...keys, ...six],
      rows: items.map((item) => [...split(item.key), ...cells(item), item.rejectedRecords, item.rejectedPackets, item.rejectedBytes]),
      ...(items.some((item) => item.errorBytes > 0) ? { rowErrors: items.map(bound), error: bound({ errorBytes: Math.max(...items.map((item) => item.errorBytes)) }) } : {}),
    };
  };
  const one = (key: string) => [key === '-' || key === '' ? null : key];
  return new Map<string, ChartData>([
    ['actions', { columns: ['action', ...three], rows: [['ACCEPT', ...cells(answer.accepted)], ['REJECT', ...cells(answer.rejected)]] }],
    ['traffic', { columns: ['time', 'action', 'direction', ...three], rows: answer.traffic.map((point) => [secondsAt(point.time), value(point.action), value(point.direction), ...cells(point)]) }],
    ['protocols', { columns: ['protocol', ...three, 'rejectedPackets', 'rejectedBytes'], rows: answer.protocols.map((row) => [row.protocol, ...cells(row), row.rejectedPackets, row.rejectedBytes]) }],
    ['ports', list(['protocol', 'dstport'], answer.destinationPorts, (key) => key.split('/').map(Number))],
    ['sources', list(['srcaddr'], answer.sources, one)],
    ['destinations', list(['dstaddr'], answer.destinations, one)],
    ['enis', list(['eni-id'], answer.enis, one)],
  ]);
}

const value = (text: string) => (text === '-' || text === '' ? null : text);
