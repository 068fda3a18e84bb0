import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/usage/csv';
import { costByPart, stackOf, type Line } from '../../src/usage/usage';

const line = (day: string, logstore: string, bytesWritten: number): Line => ({
  day, project: 'p', logstore, records: 1, bytesWritten, bytesIndexed: 0, tableTransactions: 2, queueTransactions: 3,
  cost: { currency: 'USD', write: 0.5, index: 0, storage: 0.25, tableTransactions: 0, queueTransactions: 0, total: 0.75 },
});
const lines = [line('2026-11-01', 'a', 10), line('2026-11-03', 'a', 5), line('2026-11-03', 'b', 20), line('2026-11-03', 'c', 1), line('2026-11-03', 'a', 2)];

describe('usage by day', () => {
  it('has every day, the Logstores with the most first, and the others together', () => {
    expect(stackOf({ from: '2026-11-01', to: '2026-11-03', lines }, 'bytesWritten', 2)).toEqual({
      days: ['2026-11-01', '2026-11-02', '2026-11-03'],
      series: [{ name: 'p / b', values: [0, 0, 20] }, { name: 'p / a', values: [10, 0, 7] }, { name: null, values: [0, 0, 1] }],
    });
  });

  it('adds up each part of the cost', () => {
    expect(costByPart(lines)).toEqual({ write: 2.5, index: 0, storage: 1.25, tableTransactions: 0, queueTransactions: 0 });
  });
});

describe('usage as CSV', () => {
  it('has a line of names, and a line each', () => {
    const [head, first, end] = csvOf([line('2026-11-01', 'a,"b"', 10)]).split('\r\n');
    expect(head).toBe('day,project,logstore,records,bytesWritten,bytesIndexed,tableTransactions,queueTransactions,cost.write,cost.index,cost.storage,cost.tableTransactions,cost.queueTransactions,cost.total,currency');
    expect(first).toBe('2026-11-01,p,"a,""b""",1,10,0,2,3,0.5,0,0.25,0,0,0.75,USD');
    expect(end).toBe('');
  });
});
