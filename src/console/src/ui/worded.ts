import type { ApiProblem, FieldProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { needsDetail, refusalTexts, type Words } from './refusals';

/** Why the API refused, in the language in use; the API's own words where there are none, and where those say more. */
export function worded({ code, message }: ApiProblem, { refusals }: Words): string {
  const own = refusals[code];
  return own === undefined ? message : needsDetail.includes(code) && message !== '' ? `${own}（${message}）` : own;
}

/** One thing that is wrong with a request, told where no input is beside it. */
export function wordedError({ code, message }: Pick<FieldProblem, 'code' | 'message'>, { wrongs, queries }: Words): string {
  const own = wrongs[code] ?? queries[code];
  return own === undefined || own === message ? message : `${own}（${message}）`;
}

export function useWorded(): { refusal: (problem: ApiProblem) => string; error: (error: Pick<FieldProblem, 'code' | 'message'>) => string } {
  const words = useTexts(refusalTexts);
  return { refusal: (problem) => worded(problem, words), error: (error) => wordedError(error, words) };
}
