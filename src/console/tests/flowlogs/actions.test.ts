import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../src/api/problem';
import { runEach, type Outcome } from '../../src/flowlogs/actions';
import type { FlowLog } from '../../src/flowlogs/flowLog';

describe('a change of several flow logs', () => {
  it('goes on after one that fails, and says of each what became of it', async () => {
    const told: [string, Outcome][] = [];
    const refused = new ApiProblem(409, 'InvalidStatus', 'It is settling.');
    const work = ({ id }: FlowLog) => (id === 'b' ? Promise.reject(refused) : Promise.resolve());
    const failed = await runEach(['a', 'b', 'c'].map((id) => ({ id }) as FlowLog), work, (id, outcome) => told.push([id, outcome]));
    expect(failed).toBe(1);
    expect(told).toEqual([['a', 'running'], ['a', 'done'], ['b', 'running'], ['b', refused], ['c', 'running'], ['c', 'done']]);
  });
});
