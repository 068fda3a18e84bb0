import type { Context } from './completion';
import { valueText } from './edit';
import { fieldOf, type LanguageField, type LanguageFunction, type SearchLanguage } from './language';

export type SuggestionKind = 'field' | 'keyword' | 'function' | 'value';

/** What can be taken; `back` is how far before its end the caret goes, `more` says that something is to follow at once. */
export type Suggestion = { kind: SuggestionKind; text: string; insert: string; detail?: string | undefined; back?: number; more?: boolean };

/** What the most frequent values of a field are, where they were asked for. */
export type KnownValues = (field: string) => string[];

const most = 50;

/** What may be written in a context, those that begin as it was typed first. */
export function suggestionsFor(context: Context, language: SearchLanguage, values: KnownValues): Suggestion[] {
  const typed = context.typed;
  const found = possible(context, language, values).filter((each) => matches(each.text, typed));
  const begin = found.filter((each) => plain(each.text).startsWith(plain(typed)));
  const all = [...begin, ...found.filter((each) => !begin.includes(each))];
  // What is written out already needs no list.
  return all.length === 1 && all[0]?.text === typed ? [] : all.slice(0, most);
}

const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_').replaceAll('"', '');

const matches = (text: string, typed: string): boolean => plain(text).includes(plain(typed));

function possible(context: Context, language: SearchLanguage, values: KnownValues): Suggestion[] {
  switch (context.kind) {
    case 'none':
      return [];
    case 'condition':
      return [...language.fields.map(searchField), ...joiners(context.typed === '' ? ['not'] : ['not', 'and', 'or'])];
    case 'joiner':
      return [...joiners(['and', 'or', 'not']), { kind: 'keyword', text: '| SELECT', insert: '| SELECT ' }];
    case 'value':
      return valuesOf(context, language, values);
    case 'sql':
      return [...language.fields.flatMap(columns), ...language.functions.map(call), ...language.keywords.filter((word) => /^[A-Z_ ]+$/.test(word)).map((word): Suggestion => ({ kind: 'keyword', text: word, insert: `${word} ` }))];
  }
}

const joiners = (words: string[]): Suggestion[] => words.map((word) => ({ kind: 'keyword', text: word, insert: `${word} ` }));

const searchField = (field: LanguageField): Suggestion => ({ kind: 'field', text: field.name, insert: `${field.name}: `, detail: field.description, more: true });

/** The caret goes between the parentheses, unless nothing belongs there. */
const call = ({ name, signature, description }: LanguageFunction): Suggestion =>
  ({ kind: 'function', text: name, insert: `${name}()`, detail: `${signature} · ${description}`, ...(signature.endsWith('()') ? {} : { back: 1 }) });

function columns(field: LanguageField): Suggestion[] {
  const column = (text: string): Suggestion => ({ kind: 'field', text, insert: text, detail: field.description });
  // Keys of searches alone, such as host, are no columns; a word of SQL is one in quotes only.
  if (field.sqlName === undefined) return [];
  if (/^end$/i.test(field.sqlName)) return [column(`"${field.sqlName}"`)];
  return field.name === field.sqlName ? [column(field.sqlName)] : [column(field.sqlName), column(`"${field.name}"`)];
}

function valuesOf(context: Context, language: SearchLanguage, values: KnownValues): Suggestion[] {
  const field = context.field === undefined ? undefined : fieldOf(language, context.field);
  if (field === undefined) return [];
  // Of fields with many names, such as ports, those that there are come first.
  const known = new Set(field.type === 'name' ? (field.values ?? []) : [...values(field.name), ...(field.values ?? [])]);
  const written = (value: string) => (context.part === 'search' ? valueText(value) : field.type === 'number' ? value : `'${value.replaceAll("'", "''")}'`);
  // Names of numbers, such as those of protocols, are known to searches only.
  const usable = [...known].filter((value) => context.part === 'search' || field.type !== 'number' || /^\d+$/.test(value));
  return usable.map((value) => ({ kind: 'value', text: value, insert: `${written(value)}${context.part === 'search' ? ' ' : ''}` }));
}
