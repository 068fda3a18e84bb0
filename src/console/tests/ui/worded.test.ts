import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../src/api/problem';
import { refusalTexts } from '../../src/ui/refusals';
import { worded, wordedError } from '../../src/ui/worded';

const docs = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

/** The codes in the first column of the table behind a line. */
function codesAfter(text: string, line: string): string[] {
  const rows = text.slice(text.indexOf(line)).split('\n').slice(1);
  const first = rows.findIndex((row) => row.startsWith('|'));
  const end = rows.findIndex((row, index) => index > first && !row.startsWith('|'));
  return rows.slice(first + 2, end).flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w.]+)`/g)].map(([, code]) => code!));
}

describe('the words of a refusal', () => {
  const { refusals, wrongs, queries } = refusalTexts.zh;
  const api = docs('api.md');
  const search = docs('search-and-sql.md');

  it.each([
    ['refusals', codesAfter(api, 'Codes of refusals:'), refusals],
    ['wrongs', codesAfter(api, 'Codes in `errors`'), wrongs],
    ['queries', [...search.matchAll(/^\| `([A-Z]\w+)` \|/gm)].map(([, code]) => code!), queries],
  ])('are there in Chinese for every code of the API: %s', (_, codes, words) => {
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => words[code] === undefined)).toEqual([]);
  });

  it('are those of the API in English, and where a language has none', () => {
    const gone = new ApiProblem(404, 'ProjectNotExist', "There is no Project 'x'.");
    expect(worded(gone, refusalTexts.en)).toBe("There is no Project 'x'.");
    expect(worded(gone, refusalTexts.zh)).toBe('Project 不存在。');
    expect(worded(new ApiProblem(418, 'Status418', "I'm a teapot"), refusalTexts.zh)).toBe("I'm a teapot");
  });

  it('keep what only the API can tell', () => {
    expect(worded(new ApiProblem(409, 'InterfaceNotCapturable', 'There is no eth7.'), refusalTexts.zh)).toContain('There is no eth7.');
    expect(wordedError({ code: 'UnknownField', message: 'The nearest is srcaddr.' }, refusalTexts.zh)).toBe('没有该字段。（The nearest is srcaddr.）');
    expect(wordedError({ code: 'UnknownField', message: 'The nearest is srcaddr.' }, refusalTexts.en)).toBe('The nearest is srcaddr.');
  });
});
