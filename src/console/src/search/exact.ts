type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown;

/**
 * Reads JSON so that whole numbers beyond 2^53 stay exact, as bigint, where the browser lets one see how they are written.
 * Only a text with such a number takes the slow way.
 */
export function parseExactly<T>(text: string): T {
  if (!/\d{16}/.test(text)) return JSON.parse(text) as T;
  const reviver: Reviver = (_key, value, context) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '') ? BigInt(context?.source ?? 0) : value;
  return JSON.parse(text, reviver) as T;
}
