import { describe, expect, it } from 'vitest';
import { planOf } from '../../src/search/answer/choice';
import { csvOf } from '../../src/search/answer/csv';
import { pivotOf } from '../../src/search/answer/pivot';
import { millisecondsOf, roleOf } from '../../src/search/answer/roles';
import { nextSorting, sorted } from '../../src/search/answer/sorting';
import { parseExactly } from '../../src/search/exact';
import type { AnswerColumn, Cell, QueryAnswer } from '../../src/search/types';

function answer(columns: [string, AnswerColumn['type']][], ...rows: Cell[][]): QueryAnswer {
  return { columns: columns.map(([name, type]) => ({ name, type })), rows } as QueryAnswer;
}

const minute = 1767225600;

describe('the chart of an answer', () => {
  it.each<[string, QueryAnswer, object | undefined]>([
    ['one number', answer([['count(*)', 'bigint']], [9]), { kind: 'number', y: [0] }],
    ['several numbers', answer([['a', 'bigint'], ['b', 'double']], [9, 1.5]), { kind: 'number', y: [0, 1] }],
    ['a time and a number', answer([['minute', 'bigint'], ['bytes', 'bigint']], [minute, 5], [minute + 60, 7]), { kind: 'line', x: 0, y: [1], group: undefined }],
    ['a written time and numbers alike', answer([['t', 'varchar'], ['a', 'bigint'], ['b', 'bigint']], ['2026-01-01 00:00:00.000', 5, 9], ['2026-01-01 00:01:00.000', 7, 8]), { kind: 'line', x: 0, y: [1, 2] }],
    ['a time and numbers far apart', answer([['minute', 'bigint'], ['bytes', 'bigint'], ['packets', 'bigint']], [minute, 500000, 5], [minute + 60, 700000, 6]), { kind: 'line', y: [1] }],
    ['a time, a name and a number', answer([['minute', 'bigint'], ['action', 'varchar'], ['bytes', 'bigint']], [minute, 'ACCEPT', 5], [minute, 'REJECT', 1], [minute + 60, 'ACCEPT', 7]), { kind: 'column', x: 0, y: [2], group: 1 }],
    ['names and numbers', answer([['srcaddr', 'varchar'], ['n', 'bigint']], ['10.0.0.1', 5], ['10.0.0.2', 7]), { kind: 'bar', x: 0, y: [1] }],
    ['ports and numbers', answer([['dstport', 'bigint'], ['n', 'bigint']], [443, 5], [22, 7]), { kind: 'bar', x: 0, y: [1] }],
    ['shares', answer([['rule-id', 'varchar'], ['share', 'double']], ['a', 0.6], ['b', 0.4]), { kind: 'pie', x: 0, y: [1] }],
    ['two sides and a number', answer([['srcaddr', 'varchar'], ['dstaddr', 'varchar'], ['bytes', 'bigint']], ['a', 'b', 5], ['b', 'a', 7]), { kind: 'sankey', x: 0, group: 1, y: [2] }],
    ['two names and a number', answer([['eni_id', 'varchar'], ['action', 'varchar'], ['bytes', 'bigint']], ['a', 'ACCEPT', 5], ['b', 'REJECT', 7]), { kind: 'heatmap', x: 0, group: 1 }],
    ['names alone', answer([['srcaddr', 'varchar']], ['a'], ['b']), undefined],
    ['nothing', answer([['n', 'bigint']]), undefined],
  ])('with %s', (_name, given, plan) => (plan === undefined ? expect(planOf(given)).toBeUndefined() : expect(planOf(given)).toMatchObject(plan)));

  it('is what the viewer chooses', () => {
    const given = answer([['srcaddr', 'varchar'], ['dstaddr', 'varchar'], ['bytes', 'bigint'], ['packets', 'bigint']], ['a', 'b', 5, 1]);
    expect(planOf(given, { kind: 'heatmap' })).toEqual({ kind: 'heatmap', x: 0, y: [2], group: 1 });
    expect(planOf(given, { kind: 'bar', x: 'dstaddr', y: '*', group: '-' })).toEqual({ kind: 'bar', x: 1, y: [2, 3], group: undefined });
    expect(planOf(given, { kind: 'pie', y: 'packets' })).toEqual({ kind: 'pie', x: 0, y: [3], group: undefined });
    expect(planOf(given, { kind: 'nonsense', x: 'gone' })?.kind).toBe('sankey');
  });
});

describe('a column', () => {
  it.each<[AnswerColumn, Cell[], string]>([
    [{ name: 'minute', type: 'bigint' }, [minute], 'time'], [{ name: 'bytes', type: 'bigint' }, [minute], 'number'], [{ name: 'time', type: 'bigint' }, [7], 'number'], [{ name: 'dstport', type: 'bigint' }, [443], 'category'],
    [{ name: 'x', type: 'varchar' }, ['2026-01-01'], 'time'], [{ name: 'x', type: 'varchar' }, ['2026-01-01 10:00', null], 'time'], [{ name: 'x', type: 'varchar' }, ['10:00'], 'category'], [{ name: 'x', type: 'varchar' }, [null], 'category'],
  ])('%j of %j is a %s', (column, values, role) => expect(roleOf(column, values)).toBe(role));

  it('of times in SQL is in UTC', () => expect([millisecondsOf('2026-01-01 00:00:00.000'), millisecondsOf(minute), millisecondsOf('2026-01-01'), millisecondsOf('x')]).toEqual([minute * 1000, minute * 1000, minute * 1000, undefined]));
});

describe('a pivot', () => {
  it('adds up by key and series, greatest series first, and counts what it leaves out', () => {
    const given = answer([['k', 'varchar'], ['g', 'varchar'], ['n', 'bigint']], ['a', 'x', 1], ['a', 'y', 5], ['b', 'y', 2], ['a', 'x', 2], ['c', 'z', 9]);
    expect(pivotOf(given, { kind: 'bar', x: 0, y: [2], group: 1 }, 2, 9)).toMatchObject({ keys: ['a', 'b'], left: 1, series: [{ name: 'y', values: [5, 2] }, { name: 'x', values: [3, undefined] }] });
  });
});

describe('CSV', () => {
  const columns: AnswerColumn[] = [{ name: 'a"b', type: 'varchar' }, { name: 'n', type: 'bigint' }];

  it('is as RFC 4180 says', () => {
    expect(csvOf(columns, [['x,y', 1], ['line\nbreak', -5], ['"', null], ['', 2n ** 60n], [' a', 1.5]])).toBe('"a""b",n\r\n"x,y",1\r\n"line\nbreak",-5\r\n"""",\r\n"",1152921504606846976\r\n" a",1.5\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('has no formula for spreadsheets: %j', (text) => {
    expect(csvOf(columns, [[text, -1]], true)).toContain(`'${text}`);
    expect(csvOf(columns, [[text, -1]], true)).toContain(',-1\r\n');
    expect(csvOf(columns, [[text, -1]])).not.toContain(`'`);
  });
});

describe('sorting', () => {
  const rows: Cell[][] = [[2, 'b'], [null, 'c'], [10n, 'a'], [1, 'd']];

  it('compares numbers as numbers, and puts what is none last', () => {
    expect(sorted(rows, { column: 0, down: true }).map((row) => row[1])).toEqual(['a', 'b', 'd', 'c']);
    expect(sorted(rows, { column: 0, down: false }).map((row) => row[1])).toEqual(['d', 'b', 'a', 'c']);
    expect(sorted(rows, undefined)).toBe(rows);
  });

  it('goes down, up, and away', () => {
    const first = nextSorting(undefined, 1);
    expect([first, nextSorting(first, 1), nextSorting(nextSorting(first, 1), 1), nextSorting(first, 0)]).toEqual([{ column: 1, down: true }, { column: 1, down: false }, undefined, { column: 0, down: true }]);
  });
});

describe('numbers', () => {
  it('in an answer that are small are read as they are', () => expect(parseExactly('{"a":[1,"1234567890123456789"]}')).toEqual({ a: [1, '1234567890123456789'] }));

  it('that are large are never made into something that looks exact and is not, where the engine tells how they were written', () => {
    const { a } = parseExactly<{ a: unknown }>('{"a":9223372036854775807}');
    expect([9223372036854775807n, 9223372036854775807]).toContain(a);
  });
});
