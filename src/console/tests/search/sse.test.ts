import { describe, expect, it } from 'vitest';
import { EventStreamParser, type StreamEvent } from '../../src/search/tail/sse';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The events of a text that comes in pieces of `size` bytes. */
function read(text: string, size: number, lastEventId = ''): { events: StreamEvent[]; parser: EventStreamParser } {
  const parser = new EventStreamParser(lastEventId);
  const all = bytes(text);
  const events: StreamEvent[] = [];
  for (let at = 0; at < all.length; at += size) events.push(...parser.push(all.slice(at, at + size)));
  return { events, parser };
}

const stream = 'retry: 1000\nid: a\n: open\n\nevent: record\nid: b\ndata: {"x":"ü🙂"}\n\nid: c\n: heart-beat\n\ndata: one\ndata:two\ndata\n\nevent: end\nid: d\ndata: {}\n\n';
const expected = [
  { type: 'record', data: '{"x":"ü🙂"}', id: 'b' },
  { type: 'message', data: 'one\ntwo\n', id: 'c' },
  { type: 'end', data: '{}', id: 'd' },
];

describe('a stream of events', () => {
  it.each(['\n', '\r', '\r\n'])('is the same wherever it is cut in two, with lines that end with %j', (end) => {
    const all = bytes(stream.replaceAll('\n', end));
    for (let cut = 0; cut <= all.length; cut++) {
      const parser = new EventStreamParser();
      expect([...parser.push(all.slice(0, cut)), ...parser.push(all.slice(cut))], `cut at ${cut}`).toEqual(expected);
      expect([parser.lastEventId, parser.retry]).toEqual(['d', 1000]);
    }
  });

  it.each([1, 2, 3, 7, 1000])('comes in pieces of %d bytes', (size) => {
    expect(read(stream, size).events).toEqual(expected);
  });

  it('counts the id of a comment, but not one whose block is not closed', () => {
    expect(read('id: 5\n: beat\n\nid: 6\n', 100).parser.lastEventId).toBe('5');
  });

  it('makes no event without data, and forgets its type', () => {
    expect(read('event: gap\n\ndata: x\n\n', 100).events).toEqual([{ type: 'message', data: 'x', id: '' }]);
  });

  it('keeps the id that it was resumed from', () => {
    expect(read('data: x\n\n', 100, 'before').events).toEqual([{ type: 'message', data: 'x', id: 'before' }]);
  });

  it('takes one blank behind the colon only, ignores a byte order mark, unknown fields, ids with NUL and a retry that is no number', () => {
    const { events, parser } = read('\uFEFFfoo: bar\nid: ok\nid: no\0\nretry: soon\ndata:  two blanks\n\n', 3);
    expect(events).toEqual([{ type: 'message', data: ' two blanks', id: 'ok' }]);
    expect(parser.retry).toBeUndefined();
  });

  it('does not tell what is not whole', () => {
    expect(read('data: half', 100).events).toEqual([]);
  });
});
