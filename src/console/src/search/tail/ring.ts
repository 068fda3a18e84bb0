/** What came last, newest first, and how much came in all. Each has a number of its own, in the order in which they came. */
export type Ring<T> = { items: { number: number; value: T }[]; received: number };

export const emptyRing = { items: [], received: 0 };

/** The ring with what came since, in the order in which it came; the oldest go where there are more than `most`. */
export function withMore<T>(ring: Ring<T>, values: T[], most: number): Ring<T> {
  const added = values.map((value, index) => ({ number: ring.received + index, value })).slice(-most).reverse();
  return { items: [...added, ...ring.items].slice(0, most), received: ring.received + values.length };
}
