/** Whether every word of `wanted` stands somewhere in the resource's own texts, in any case. What its rules say is left out. */
export function matches(resource: object, wanted: string): boolean {
  const texts = textsOf(resource).join('\n').toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => texts.includes(word));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === 'rules' || name === 'createdAt' ? [] : textsOf(part)));
}
