import { useMemo, useRef } from 'preact/hooks';
import { ApiProblem, type FieldProblem } from '../api/problem';

/** What is at a path such as `tags[0].key`; undefined where nothing is. */
export function valueAt(body: unknown, field: string): unknown {
  const names = field.split(/[.[\]]+/).filter((name) => name !== '');
  return names.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined), body);
}

/** Whether what an error is about is as it was sent. */
export function holds({ field }: FieldProblem, sent: unknown, now: unknown): boolean {
  return JSON.stringify(valueAt(sent, field)) === JSON.stringify(valueAt(now, field));
}

/** The refusal without what stood at fields that have another value now than when it was `sent`; nothing if that was all. */
export function standing(problem: ApiProblem, sent: unknown, now: unknown): ApiProblem | undefined {
  const left = problem.errors.filter((error) => holds(error, sent, now));
  if (left.length === problem.errors.length) return problem;
  return left.length === 0 ? undefined : new ApiProblem(problem.status, problem.code, problem.message, left);
}

/** What of a task's refusal still holds while the form is filled in further; `body` is what would be sent now. */
export function useStanding({ problem, busy }: { problem: ApiProblem | undefined; busy: boolean }, body: object): ApiProblem | undefined {
  const sent = useRef(body);
  const wasBusy = useRef(false);
  if (busy && !wasBusy.current) sent.current = body;
  wasBusy.current = busy;
  return useMemo(() => problem && standing(problem, sent.current, body), [problem, JSON.stringify(body)]);
}
