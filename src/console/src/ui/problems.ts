import type { ApiProblem, FieldProblem } from '../api/problem';
import { both, useTexts } from '../app/preferences';
import { refusalTexts, type Words } from './refusals';
import { sentence } from './sentence';

type Lengths = { required: string; lengths: (has: string, from: string, to: string) => string };

const texts = both<Lengths>(
  { required: 'Required: fill this in.', lengths: (has, from, to) => `Has ${has === '1' ? '1 character' : `${has} characters`}; it must have ${from} to ${to}.` },
  { required: '此项为必填。', lengths: (has, from, to) => `当前 ${has} 个字符，应为 ${from}～${to} 个。` },
);

/** The API's messages for a field, each as a sentence; of what lies within the field too, unless it is `exact`. */
export function useProblemsOf(problem: ApiProblem | undefined): (field: string, exact?: 'exact') => string[] {
  const text = useTexts(texts);
  const words = useTexts(refusalTexts);
  return (field, exact) =>
    (problem?.errors ?? [])
      .filter((error) => error.field === field || (exact === undefined && (error.field.startsWith(`${field}[`) || error.field.startsWith(`${field}.`))))
      .map((error) => said(error, text, words));
}

function said({ code, message }: FieldProblem, { required, lengths }: Lengths, { wrongs, queries }: Words): string {
  const [, has, from, to] = /^has (\d+) characters; it must have (\d+) to (\d+)\.$/.exec(message) ?? [];
  if (has !== undefined) return lengths(has, from!, to!);
  return code === 'MissingParameter' ? required : (wrongs[code] ?? queries[code] ?? sentence(message));
}
