import { afterEach, describe, expect, it, vi } from 'vitest';
import { Api } from '../../src/api/api';
import { redrive } from '../../src/poison/poison';

afterEach(() => vi.unstubAllGlobals());

describe('processing again', () => {
  it('names a hundred messages a call', async () => {
    const asked: string[][] = [];
    vi.stubGlobal('fetch', (address: string) => {
      const ids = new URL(address, 'http://x').searchParams.getAll('id');
      asked.push(ids);
      return Promise.resolve(new Response(JSON.stringify({ moved: ids.length, remaining: 250 - asked.flat().length })));
    });
    const ids = Array.from({ length: 250 }, (_, index) => `m&${index}`);
    expect(await redrive(new Api('k', 'r'), ids)).toEqual({ moved: 250, remaining: 0 });
    expect(asked.map((each) => each.length)).toEqual([100, 100, 50]);
    expect(asked.flat()).toEqual(ids);
  });
});
