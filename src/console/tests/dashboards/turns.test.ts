import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../src/api/problem';
import { Turns } from '../../src/dashboards/turns';

const signal = () => new AbortController().signal;

describe('turns', () => {
  it('are taken a few at a time', async () => {
    const turns = new Turns(2);
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 5));
      running--;
    };
    await Promise.all(Array.from({ length: 7 }, () => turns.run(signal(), work)));
    expect([most, running]).toEqual([2, 0]);
  });

  it('come once again where the service was busy', async () => {
    const turns = new Turns(1, 1);
    let calls = 0;
    const busy = () => Promise.reject(new ApiProblem(503, 'ServerBusy', `${++calls}`));
    await expect(turns.run(signal(), busy)).rejects.toThrow('2');
    await expect(turns.run(signal(), () => Promise.reject(new Error(`other ${++calls}`)))).rejects.toThrow('other 3');
    expect(await turns.run(signal(), async () => 'after')).toBe('after');
  });

  it('are passed on by those who gave up', async () => {
    const turns = new Turns(1);
    const first = turns.run(signal(), () => new Promise<string>((done) => setTimeout(() => done('first'), 5)));
    const abort = new AbortController();
    let begun = false;
    const second = turns.run(abort.signal, async () => (begun = true));
    abort.abort();
    await expect(second).rejects.toThrow();
    expect([await first, begun]).toEqual(['first', false]);
    expect(await turns.run(signal(), async () => 'third')).toBe('third');
  });
});
