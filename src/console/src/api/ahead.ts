/** A call that a page will make, without the region. */
export type Call = [path: string, query: Record<string, string | number | boolean | string[] | undefined>];

type Sent = { region: string | undefined; at: number; answer: Promise<Response> };

const longest = 10_000;

/** Answers that were asked for before the page that wants them was there; each is for the first who takes it, while it is fresh. */
export class Ahead {
  private readonly sent = new Map<string, Sent>();

  put(call: Call, region: string | undefined, now: number, answer: Promise<Response>): void {
    // Why it failed is told to whoever takes it.
    answer.catch(() => undefined);
    this.sent.set(nameOf(call), { region, at: now, answer });
  }

  /** `isDefault` says that the region is the one which calls without a region are about. */
  take(call: Call, region: string | undefined, isDefault: boolean, now: number): Promise<Response> | undefined {
    const name = nameOf(call);
    const found = this.sent.get(name);
    if (found === undefined || (found.region !== region && !(found.region === undefined && isDefault))) return undefined;
    this.sent.delete(name);
    return now - found.at <= longest ? found.answer : undefined;
  }
}

/** The same for the same parameters in any order; those without a value are not sent. */
function nameOf([path, query]: Call): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [name, String(value)]);
  return JSON.stringify([path, given.toSorted(([a], [b]) => (a! < b! ? -1 : 1))]);
}
