import type { Cell } from './data';

/** A word of a search that needs no quotes: no blanks, signs or colons, no wildcard, and no word of the language itself. */
const plain = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const words = new Set(['and', 'or', 'not', 'in']);

export function quoted(value: string): string {
  return plain.test(value) && !words.has(value.toLowerCase()) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** The search for the records whose field has this value; none is a value too. */
export function filterOf(field: string, value: Cell): string {
  return value === null || value === '-' ? `${field}: -` : `${field}: ${quoted(String(value))}`;
}

export const all = (filters: string[]): string => filters.join(' and ');

/** A query's search and its SQL; a bar within quotes divides nothing. */
export function splitQuery(query: string): { search: string; sql: string | undefined } {
  if (/^\s*(select|with)\b/i.test(query)) return { search: '', sql: query.trim() };
  let quote = '';
  for (let index = 0; index < query.length; index++) {
    const sign = query[index]!;
    if (quote !== '') {
      if (sign === '\\') index++;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '|') return { search: query.slice(0, index).trim(), sql: query.slice(index + 1).trim() };
  }
  return { search: query.trim(), sql: undefined };
}

/** A search that also meets the filters; each keeps its own `or` for itself. */
export function searchWith(search: string, filters: string[]): string {
  const parts = [search.trim(), ...filters].filter((part) => part !== '' && part !== '*');
  return parts.length < 2 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' and ');
}

/** A query, with SQL or without, about those of its records that meet the filters. */
export function queryWith(query: string, filters: string[]): string {
  if (filters.length === 0) return query;
  const { search, sql } = splitQuery(query);
  const both = searchWith(search, filters);
  return sql === undefined ? both : `${both === '' ? '*' : both} | ${sql}`;
}

/** Adds filters, each once, the latest last. */
export const added = (filters: string[], more: string[]): string[] => [...filters, ...more.filter((each, index) => !filters.includes(each) && more.indexOf(each) === index)];
