/** An event of a stream: its type, `message` if it names none, its data, and the id that the stream has got to. */
export type StreamEvent = { type: string; data: string; id: string };

/**
 * Reads server-sent events as they come, however the bytes are cut.
 * Fields without data make no event, but an id among them counts.
 */
export class EventStreamParser {
  private readonly decoder = new TextDecoder();
  private line = '';
  private afterReturn = false;
  private type = '';
  private data: string[] = [];
  private id: string;

  /** How long to wait before connecting again, in milliseconds, if the stream has said so. */
  retry: number | undefined;

  /** The id to resume from. */
  lastEventId: string;

  constructor(lastEventId = '') {
    this.lastEventId = lastEventId;
    this.id = lastEventId;
  }

  push(bytes: Uint8Array): StreamEvent[] {
    const events: StreamEvent[] = [];
    for (const letter of this.decoder.decode(bytes, { stream: true })) {
      const isSecondOfPair = letter === '\n' && this.afterReturn;
      this.afterReturn = letter === '\r';
      if (isSecondOfPair) continue;
      if (letter === '\r' || letter === '\n') this.end(events);
      else this.line += letter;
    }
    return events;
  }

  private end(events: StreamEvent[]): void {
    const line = this.line;
    this.line = '';
    if (line !== '') this.field(line);
    else {
      this.lastEventId = this.id;
      if (this.data.length > 0) events.push({ type: this.type === '' ? 'message' : this.type, data: this.data.join('\n'), id: this.lastEventId });
      this.type = '';
      this.data = [];
    }
  }

  private field(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const rest = colon < 0 ? '' : line.slice(colon + 1);
    const value = rest.startsWith(' ') ? rest.slice(1) : rest;
    if (name === 'event') this.type = value;
    else if (name === 'data') this.data.push(value);
    else if (name === 'id' && !value.includes('\0')) this.id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
  }
}
