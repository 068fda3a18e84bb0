import { describe, expect, it } from 'vitest';
import { pointStates, stretches, type CompletenessAnswer } from '../../src/dashboards/completeness';
import { isoAt, type Scope } from '../../src/dashboards/scope';
import { align } from '../../src/dashboards/series';

const start = 1_795_982_400;
const scope: Scope = { from: start, to: start + 300, bucketSeconds: 60 };
const run = (from: number, to: number, state: string) => ({ from: isoAt(start + from * 60), to: isoAt(start + to * 60), state });
const known = (...enis: ReturnType<typeof run>[][]): CompletenessAnswer => ({ totals: {} as never, items: enis.map((runs, index) => ({ eniId: `eni-${index}`, runs })) });
const data = { columns: ['time', 'action', 'direction', 'bytes'], rows: [[start, 'REJECT', 'in', 10], [start, 'ACCEPT', 'out', 7], [start + 180, 'ACCEPT', 'out', 600]] };

describe('points in time', () => {
  it('have the worst state of any ENI', () => {
    const states = pointStates(known([run(0, 3, 'observed'), run(3, 4, 'skipped'), run(4, 5, 'pending')], [run(1, 5, 'noTraffic')]), scope);
    expect(states).toEqual(['complete', 'complete', 'complete', 'missing', 'pending']);
  });

  it('are unknown where no flow log asked, and where nothing is known yet', () => {
    expect(pointStates(known([run(0, 1, 'observed'), run(1, 5, 'notLogged')]), scope)).toEqual(['complete', 'unknown', 'unknown', 'unknown', 'unknown']);
    expect(new Set(pointStates(undefined, scope))).toEqual(new Set(['unknown']));
  });

  it('longer than a minute have the states of all their minutes', () => {
    expect(pointStates(known([run(0, 4, 'observed'), run(4, 5, 'lost')]), { from: start, to: start + 600, bucketSeconds: 300 })).toEqual(['missing', 'unknown']);
  });

  it('that miss something are put together', () => {
    expect(stretches(['missing', 'missing', 'complete', 'missing'])).toEqual([[0, 1], [3, 3]]);
  });
});

describe('series', () => {
  const states = pointStates(known([run(0, 3, 'observed'), run(3, 4, 'late'), run(4, 5, 'pending')]), scope);

  it('are 0 without a row where the minute is complete, and unknown elsewhere', () => {
    const { series, fields } = align(data, scope, 'bytes', states);
    expect(fields).toEqual(['action', 'direction']);
    expect(series).toEqual([
      { keys: ['ACCEPT', 'out'], values: [7, 0, 0, 600, null] },
      { keys: ['REJECT', 'in'], values: [10, 0, 0, null, null] },
    ]);
  });

  it('without keys are there even without rows', () => {
    expect(align({ columns: ['time', 'bytes'], rows: [] }, scope, 'bytes', states).series).toEqual([{ keys: [], values: [0, 0, 0, null, null] }]);
  });

  it('are bits a second as rates, by as much of a point as lies in the range', () => {
    const cut: Scope = { from: start + 30, to: start + 300, bucketSeconds: 60 };
    expect(align({ columns: ['time', 'bytes'], rows: [[start, 30], [start + 60, 60]] }, cut, 'bytes', states, true).series[0]!.values.slice(0, 2)).toEqual([8, 8]);
  });

  it('come in order of their keys, those without a value last', () => {
    const rows = [[start, null, 1], [start, 17, 1], [start, 6, 1]];
    expect(align({ columns: ['time', 'protocol', 'bytes'], rows }, scope, 'bytes', states).series.map((each) => each.keys[0])).toEqual([6, 17, null]);
  });
});
