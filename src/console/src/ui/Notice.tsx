import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { Button } from './Button';
import { kitTexts } from './texts';
import { useWorded } from './worded';

export function Notice({ kind = 'info', children }: { kind?: 'info' | 'good' | 'warning' | 'error'; children: ComponentChildren }) {
  return <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>{children}</div>;
}

/** Why the API refused, with all that is wrong; `shown` are fields whose problems stand at their inputs already. */
export function ProblemNotice({ problem, retry, shown = [] }: { problem: ApiProblem | undefined; retry?: () => void; shown?: string[] }) {
  const texts = useTexts(kitTexts);
  const worded = useWorded();
  if (problem === undefined) return null;
  const others = problem.errors.filter((error) => !shown.some((field) => error.field === field || error.field.startsWith(`${field}[`) || error.field.startsWith(`${field}.`)));
  const allShown = problem.errors.length > 0 && others.length === 0;
  return (
    <Notice kind="error">
      <p>{problem.status === 0 && problem.code === 'Unreachable' ? texts.unreachable : allShown ? texts.marked(problem.errors.length) : worded.refusal(problem)} <code>{problem.code}</code></p>
      {others.length > 0 && <ul>{others.map((error) => <li key={error.field + error.message}>{error.field !== '' && <b>{texts.problemAt(error.field)}</b>}{worded.error(error)}</li>)}</ul>}
      {retry && <Button size="small" onClick={retry}>{texts.retry}</Button>}
    </Notice>
  );
}

export function Loading({ label }: { label?: string }) {
  const texts = useTexts(kitTexts);
  return <div class="loading" role="status"><span class="spinner" aria-hidden="true" />{label ?? texts.loading}</div>;
}

/** Says that there is nothing, and what to do about it. */
export function Empty({ children, action }: { children?: ComponentChildren; action?: ComponentChildren }) {
  const texts = useTexts(kitTexts);
  return <div class="empty"><p>{children ?? texts.nothing}</p>{action}</div>;
}
