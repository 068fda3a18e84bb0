import { describe, expect, it } from 'vitest';
import { Ahead, type Call } from '../../src/api/ahead';

describe('an answer that was asked for ahead', () => {
  const answer = Promise.resolve(new Response('1'));
  const call: Call = ['flowlogs', { limit: 50, name: undefined, status: 'Active' }];
  const same: Call = ['flowlogs', { status: 'Active', limit: 50, cursor: undefined }];
  const put = (region: string | undefined) => {
    const ahead = new Ahead();
    ahead.put(call, region, 1000, answer);
    return ahead;
  };

  it('is for the first who makes the same call', () => {
    const ahead = put('cn-beijing');
    expect(ahead.take(same, 'cn-beijing', false, 2000)).toBe(answer);
    expect(ahead.take(same, 'cn-beijing', false, 2000)).toBeUndefined();
  });

  it.each<[string, Call]>([['path', ['flowlogs/x', call[1]]], ['value', ['flowlogs', { ...call[1], limit: 51 }]], ['parameter', ['flowlogs', { ...call[1], name: 'x' }]]])('is for no call of another %s', (_, other) => {
    const ahead = put('cn-beijing');
    expect(ahead.take(other, 'cn-beijing', false, 1000)).toBeUndefined();
    expect(ahead.take(call, 'cn-beijing', false, 1000)).toBe(answer);
  });

  it('is of its region; one without a region is of the default one', () => {
    expect(put('cn-beijing').take(call, 'cn-shanghai', true, 1000)).toBeUndefined();
    expect(put(undefined).take(call, 'cn-shanghai', false, 1000)).toBeUndefined();
    expect(put(undefined).take(call, 'cn-shanghai', true, 1000)).toBe(answer);
  });

  it('is not used once it is old', () => {
    expect(put('cn-beijing').take(call, 'cn-beijing', false, 11_001)).toBeUndefined();
  });

  it('is refused to whoever takes it if it was refused', async () => {
    const ahead = new Ahead();
    ahead.put(call, undefined, 0, Promise.reject(new Error('gone')));
    await expect(ahead.take(call, undefined, false, 0)).rejects.toThrow('gone');
  });
});
