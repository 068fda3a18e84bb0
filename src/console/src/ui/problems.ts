import type { ApiProblem, FieldProblem } from '../api/problem';
import { both, useTexts } from '../app/preferences';
import { sentence } from './sentence';

type Words = { codes: Record<string, string>; lengths: (has: string, from: string, to: string) => string };

const texts = both<Words>(
  { codes: { MissingParameter: 'Required: fill this in.' }, lengths: (has, from, to) => `Has ${has === '1' ? '1 character' : `${has} characters`}; it must have ${from} to ${to}.` },
  {
    codes: {
      MissingParameter: '此项为必填。', Malformed: '格式不符合要求。', ValueNotSupported: '不支持该值。', DuplicateTagKey: '标签键重复。', ProjectNotExist: 'Project 不存在。', LogStoreNotExist: 'Logstore 不存在。',
      'InvalidResourceId.NotFound': '资源实例不存在。', ReportAlreadyOn: '该 Logstore 的分析报表已开启。', TooMany: '数量过多。', TooFew: '数量过少。', MoreThanOnce: '重复。', NotModifiable: '不能修改。',
    },
    lengths: (has, from, to) => `当前 ${has} 个字符，应为 ${from}～${to} 个。`,
  },
);

/** The API's messages for a field, each as a sentence; of what lies within the field too, unless it is `exact`. */
export function useProblemsOf(problem: ApiProblem | undefined): (field: string, exact?: 'exact') => string[] {
  const words = useTexts(texts);
  return (field, exact) =>
    (problem?.errors ?? [])
      .filter((error) => error.field === field || (exact === undefined && (error.field.startsWith(`${field}[`) || error.field.startsWith(`${field}.`))))
      .map((error) => said(error, words));
}

function said({ code, message }: FieldProblem, { codes, lengths }: Words): string {
  const [, has, from, to] = /^has (\d+) characters; it must have (\d+) to (\d+)\.$/.exec(message) ?? [];
  return has === undefined ? (codes[code] ?? sentence(message)) : lengths(has, from!, to!);
}
