import { Ahead, type Call as CallAhead } from './ahead';
import { ApiProblem } from './problem';
import { upload } from './upload';

/** A list is a parameter that is given several times. */
export type Parameters = Record<string, string | number | boolean | string[] | undefined>;

export type Call = {
  query?: Parameters;
  body?: unknown;
  ifMatch?: string | undefined;
  accept?: string;
  signal?: AbortSignal | undefined;
  /** Bytes that are sent as they are. */
  file?: Blob;
};

export type Page<T> = { items: T[]; cursor?: string };

/** A resource with its version, for a change that must not overwrite somebody else's. */
export type Versioned<T> = { value: T; etag: string | undefined };

/** The API for one access key and one region. */
export class Api {
  constructor(
    private readonly key: string,
    readonly region: string | undefined,
    private readonly signedOut: () => void = () => {},
    private readonly isDefault = false,
    private readonly ahead = new Ahead(),
  ) {}

  /** `isDefault` says that calls without a region are about this one. */
  in(region: string, isDefault = false): Api {
    return new Api(this.key, region, this.signedOut, isDefault, this.ahead);
  }

  /** Sends calls that a page is about to make: it gets their answers when it makes them. */
  sendAhead(calls: CallAhead[]): void {
    for (const call of calls) this.ahead.put(call, this.region, Date.now(), this.fetched('GET', call[0], { query: call[1] }));
  }

  /** The answer as it comes. @throws ApiProblem if the API refuses, or cannot be reached. */
  async send(method: string, path: string, call: Call = {}): Promise<Response> {
    const ahead = method === 'GET' && call.accept === undefined ? this.ahead.take([path, call.query ?? {}], this.region, this.isDefault, Date.now()) : undefined;
    const response = await (ahead ?? this.fetched(method, path, call));
    if (response.ok) return response;
    const problem = await ApiProblem.from(response);
    if (problem.status === 401) this.signedOut();
    throw problem;
  }

  async get<T>(path: string, query?: Parameters, signal?: AbortSignal): Promise<T> {
    return (await (await this.send('GET', path, { query: query ?? {}, signal })).json()) as T;
  }

  async getVersioned<T>(path: string, signal?: AbortSignal): Promise<Versioned<T>> {
    const response = await this.send('GET', path, { signal });
    return { value: (await response.json()) as T, etag: response.headers.get('ETag') ?? undefined };
  }

  async change<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, call: Call = {}): Promise<T> {
    const response = await this.send(method, path, { ...call, body });
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** All items of a list, page after page; at most `most`, so that a page stays usable. */
  async all<T>(path: string, query: Parameters = {}, signal?: AbortSignal, most = 5000): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<T> = await this.get<Page<T>>(path, { limit: 1000, ...query, cursor }, signal);
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined && items.length < most);
    return items;
  }

  /** Puts a file; `onProgress` is told the share that has left, from 0 to 1. */
  async upload(path: string, query: Parameters, file: Blob, onProgress: (share: number) => void, signal?: AbortSignal): Promise<void> {
    try {
      await upload({ address: this.address(path, query), key: this.key, file, signal, onProgress });
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) this.signedOut();
      throw problem;
    }
  }

  private async fetched(method: string, path: string, call: Call): Promise<Response> {
    const headers = new Headers({ Authorization: `Bearer ${this.key}`, Accept: call.accept ?? 'application/json' });
    if (call.ifMatch !== undefined) headers.set('If-Match', call.ifMatch);
    if (call.body !== undefined) headers.set('Content-Type', 'application/json');
    const body = call.file ?? (call.body === undefined ? null : JSON.stringify(call.body));
    try {
      return await fetch(this.address(path, call.query ?? {}), { method, headers, body, signal: call.signal ?? null, cache: 'no-store', credentials: 'omit' });
    } catch (problem) {
      if (problem instanceof DOMException && problem.name === 'AbortError') throw problem;
      throw new ApiProblem(0, 'Unreachable', 'The service cannot be reached.');
    }
  }

  private address(path: string, query: Parameters): string {
    const parameters = new URLSearchParams();
    if (this.region !== undefined) parameters.set('regionId', this.region);
    for (const [name, value] of Object.entries(query)) {
      if (Array.isArray(value)) for (const each of value) parameters.append(name, each);
      else if (value !== undefined && value !== '') parameters.set(name, String(value));
    }
    const text = parameters.toString();
    return `/api/${path}${text === '' ? '' : `?${text}`}`;
  }
}

/** The path of a resource, each part escaped: `` at`flowlogs/${id}` ``. */
export function at(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.map((part, index) => part + (index < values.length ? encodeURIComponent(values[index] ?? '') : '')).join('');
}
