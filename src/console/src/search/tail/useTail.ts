import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../api/problem';
import { useApi } from '../../app/session';
import type { FlowRecord } from '../types';
import { follow } from './follow';
import { emptyRing, withMore, type Ring } from './ring';
import type { StreamEvent } from './sse';

export type TailGap = { from: string; to: string };

export type Tail = { ring: Ring<FlowRecord>; state: 'connecting' | 'live' | 'waiting' | 'refused'; waitSeconds: number; problem: ApiProblem | undefined; gaps: TailGap[] };

const most = 500;
const drawEvery = 300;
/** A tail begins with what was stored in the last minutes, so that one sees at once what it will show. */
const lookBack = 120;

/** New records as they are stored, until the page is left. */
export function useTail(store: string, search: string, round: number): Tail {
  const api = useApi();
  const start: Tail = { ring: emptyRing, state: 'connecting', waitSeconds: 0, problem: undefined, gaps: [] };
  const [tail, setTail] = useState(start);
  const waiting = useRef<FlowRecord[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const from = Math.floor(Date.now() / 1000) - lookBack;
    waiting.current = [];
    setTail(start);
    const change = (changes: Partial<Tail>) => setTail((before) => ({ ...before, ...changes }));
    const take = ({ type, data }: StreamEvent) => {
      if (type === 'record') waiting.current.push(JSON.parse(data) as FlowRecord);
      else if (type === 'gap') setTail((before) => ({ ...before, gaps: [...before.gaps, JSON.parse(data) as TailGap] }));
    };
    const draw = setInterval(() => {
      const values = waiting.current.splice(0);
      if (values.length > 0) setTail((before) => ({ ...before, ring: withMore(before.ring, values, most) }));
    }, drawEvery);
    void follow(
      {
        connect: (lastEventId, signal) => api.send('GET', `${store}/tail`, { query: { query: search, from, lastEventId }, accept: 'text/event-stream', signal }),
        onOpen: () => change({ state: 'live', problem: undefined }),
        onEvent: take,
        onWait: (milliseconds, problem) => change({ state: 'waiting', waitSeconds: Math.ceil(milliseconds / 1000), problem }),
        onRefused: (problem) => change({ state: 'refused', problem }),
      },
      abort.signal,
    );
    return () => {
      abort.abort();
      clearInterval(draw);
    };
  }, [api, store, search, round]);
  return tail;
}
