import { ApiProblem } from '../../api/problem';
import { EventStreamParser, type StreamEvent } from './sse';

export type Follower = {
  /** Connects, behind the event of an id where one is known. */
  connect: (lastEventId: string, signal: AbortSignal) => Promise<Response>;
  onOpen: () => void;
  onEvent: (event: StreamEvent) => void;
  /** The stream is not there; it is tried again after so many milliseconds. */
  onWait: (milliseconds: number, problem: ApiProblem | undefined) => void;
  /** Trying again would not help. */
  onRefused: (problem: ApiProblem) => void;
};

const usualRetry = 1000;
const longestWait = 30_000;
const busyWait = 15_000;
/** The service says something every 15 seconds; a stream that is silent for three times as long is gone. */
const longestSilence = 45_000;

/** How long to wait after so many failures in a row: twice as long each time, up to half a minute. */
export const waitAfter = (failures: number, retry = usualRetry): number => Math.min(longestWait, retry * 2 ** Math.min(20, Math.max(0, failures - 1)));

/** Follows a stream of events until it is aborted or refused; what ends or breaks is resumed from the last id. */
export async function follow(follower: Follower, signal: AbortSignal): Promise<void> {
  let lastEventId = '';
  let retry: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    let problem: ApiProblem | undefined;
    let wait = usualRetry;
    try {
      await read(follower, lastEventId, signal, (parser) => {
        failures = 0;
        lastEventId = parser.lastEventId;
        retry = parser.retry ?? retry;
      });
      wait = retry ?? usualRetry;
    } catch (reason) {
      if (signal.aborted) return;
      problem = reason instanceof ApiProblem ? reason : undefined;
      if (problem && problem.status >= 400 && problem.status < 500 && problem.status !== 429 && problem.status !== 408) return follower.onRefused(problem);
      wait = problem?.status === 429 ? busyWait : waitAfter(++failures, retry);
    }
    if (signal.aborted) return;
    follower.onWait(wait, problem);
    await pause(wait, signal);
  }
}

/** Reads one connection to its end. */
async function read(follower: Follower, lastEventId: string, outer: AbortSignal, onRead: (parser: EventStreamParser) => void): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), longestSilence);
  try {
    const response = await follower.connect(lastEventId, AbortSignal.any([outer, silence.signal]));
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    follower.onOpen();
    const parser = new EventStreamParser(lastEventId);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), longestSilence);
      const events = parser.push(value);
      onRead(parser);
      for (const event of events) follower.onEvent(event);
    }
  } finally {
    clearTimeout(timer);
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    }, { once: true });
  });
