import type { ComponentChildren } from 'preact';
import type { FieldProblem } from '../api/problem';
import type { Network } from './useNetwork';

export type Values = Record<string, unknown>;

/** What the fields of a form work with. */
export type FieldsProperties<V> = {
  values: V;
  set: (changes: Partial<V>) => void;
  /** What the API says is wrong with a property, or with a part of it. */
  errors: (field: string) => string[];
  /** Whether something that is there is changed. */
  editing: boolean;
  network: Network;
};

/** How resources of a kind are made and changed: values of the inputs, and the body that they come to. */
export type Form<R, V> = {
  path: string;
  values: (resource: R | undefined) => V;
  body: (values: V, editing: boolean) => object;
  Fields: (properties: FieldsProperties<V>) => ComponentChildren;
  /** Properties that have an input, where their problems stand. */
  fields: string[];
  wide?: boolean;
  /** Whether it cannot be filled in before VPCs, VSwitches and groups are known. */
  choosesFromNetwork?: boolean;
};

/** A text without what was left empty: the API takes no property for that. */
export function given(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** A number as the API wants it; what is no number is left to the API to refuse. */
export function number(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}

/** The lines that are not empty. */
export function lines(text: string): string[] {
  return text.split(/[\n,]/).map((line) => line.trim()).filter((line) => line !== '');
}

/** The messages at a property, as `said` words them; of an item of a list with its place, counted from 1. */
export function messagesAt(errors: FieldProblem[], field: string, said: (field: string) => string[]): string[] {
  const fields = [...new Set(errors.map((error) => error.field))];
  return fields.flatMap((each) => {
    if (each === field || each.startsWith(`${field}.`)) return said(each);
    const place = each.startsWith(`${field}[`) ? /^\[(\d+)\]/.exec(each.slice(field.length)) : null;
    return place === null ? [] : said(each).map((message) => `${Number(place[1]) + 1}: ${message}`);
  });
}
