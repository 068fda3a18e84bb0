import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../src/api/problem';
import { follow, waitAfter, type Follower } from '../../src/search/tail/follow';

const answer = (text: string) => new Response(text);

/** Follows answers one after the other and stops when there are no more. */
async function followed(answers: (Response | Error)[]): Promise<{ ids: string[]; told: string[] }> {
  vi.useFakeTimers();
  const stop = new AbortController();
  const ids: string[] = [];
  const told: string[] = [];
  const follower: Follower = {
    connect: async (lastEventId) => {
      ids.push(lastEventId);
      const next = answers.shift();
      if (next === undefined) {
        stop.abort();
        throw new DOMException('', 'AbortError');
      }
      if (next instanceof Error) throw next;
      return next;
    },
    onOpen: () => told.push('open'),
    onEvent: (event) => told.push(`${event.type} ${event.data}`),
    onWait: (milliseconds, problem) => told.push(`wait ${milliseconds}${problem ? ` ${problem.code}` : ''}`),
    onRefused: (problem) => {
      told.push(`refused ${problem.code}`);
      stop.abort();
    },
  };
  const running = follow(follower, stop.signal);
  while (!stop.signal.aborted) await vi.advanceTimersByTimeAsync(1000);
  await running;
  vi.useRealTimers();
  return { ids, told };
}

describe('a tail', () => {
  it('is resumed by its last id when it ends, after the time that the service says', async () => {
    const { ids, told } = await followed([answer('retry: 2000\nid: a\ndata: 1\n\nid: b\nevent: end\ndata: {}\n\n'), answer('id: c\ndata: 2\n\n')]);
    expect(ids).toEqual(['', 'b', 'c']);
    expect(told).toEqual(['open', 'message 1', 'end {}', 'wait 2000', 'open', 'message 2', 'wait 2000']);
  });

  it('waits longer each time that it cannot connect, and starts over once it could', async () => {
    const gone = new ApiProblem(0, 'Unreachable', '');
    const { told } = await followed([gone, gone, answer('data: 1\n\n'), gone]);
    expect(told).toEqual(['wait 1000 Unreachable', 'wait 2000 Unreachable', 'open', 'message 1', 'wait 1000', 'wait 1000 Unreachable']);
  });

  it('is tried again where there are too many', async () => {
    expect((await followed([new ApiProblem(429, 'TooManyTails', '')])).told).toEqual(['wait 15000 TooManyTails']);
  });

  it.each([400, 401, 404, 409])('is given up at status %d', async (status) => {
    expect((await followed([new ApiProblem(status, 'No', '')])).told).toEqual(['refused No']);
  });
});

describe('the wait', () => {
  it('is bounded', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((failures) => waitAfter(failures))).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  });
});
