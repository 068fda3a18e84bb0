/** What can be searched and selected, as `GET /api/search/language` tells. */
export type LanguageField = { name: string; /** Not there of a key of searches alone. */ sqlName?: string; type: string; description: string; ofTraffic: boolean; values?: string[] };

export type LanguageFunction = { name: string; kind: 'aggregate' | 'window' | 'scalar'; signature: string; description: string };

export type SearchLanguage = { fields: LanguageField[]; keywords: string[]; functions: LanguageFunction[] };

/** What is known before the service has told it. */
export const unknown: SearchLanguage = { fields: [], keywords: [], functions: [] };

/** The field of a name in either form, with hyphens or underscores, in either case of letters. */
export function fieldOf(language: SearchLanguage, name: string): LanguageField | undefined {
  const wanted = plain(name);
  return language.fields.find((field) => plain(field.name) === wanted || (field.sqlName !== undefined && plain(field.sqlName) === wanted));
}

const plain = (name: string): string => name.toLowerCase().replaceAll('-', '_');
