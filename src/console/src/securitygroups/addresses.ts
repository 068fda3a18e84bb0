/** A block of addresses: those whose first `length` bits are those of `bits`. */
export type Block = { isV6: boolean; bits: bigint; length: number };

/** Reads `address/length`, or an address alone as a block of one; undefined if it is neither. */
export function parseBlock(text: string): Block | undefined {
  const [address = '', length, more] = text.trim().split('/');
  const isV6 = address.includes(':');
  const bits = isV6 ? v6(address) : v4(address);
  const width = isV6 ? 128 : 32;
  const given = length === undefined ? width : /^\d{1,3}$/.test(length) ? Number(length) : width + 1;
  return bits === undefined || more !== undefined || given > width ? undefined : { isV6, bits, length: given };
}

/** Whether every address of `inner` lies in `outer`. */
export function contains(outer: Block, inner: Block): boolean {
  if (outer.isV6 !== inner.isV6 || outer.length > inner.length) return false;
  const rest = BigInt((outer.isV6 ? 128 : 32) - outer.length);
  return outer.bits >> rest === inner.bits >> rest;
}

function v4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((bits, part) => (bits << 8n) + BigInt(part), 0n);
}

function v6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => groups(half, index === halves.length - 1));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...new Array<bigint>(missing).fill(0n), ...(tail ?? [])].reduce((bits, group) => (bits << 16n) + group, 0n);
}

/** The groups of 16 bits between colons; an IPv4 address at the address's end is two of them. */
function groups(text: string, isEnd: boolean): bigint[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const found: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    const embedded = isEnd && index === parts.length - 1 && part.includes('.') ? v4(part) : undefined;
    if (embedded !== undefined) found.push(embedded >> 16n, embedded & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return found;
}
