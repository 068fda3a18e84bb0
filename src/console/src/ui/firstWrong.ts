import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ApiProblem } from '../api/problem';

/** The form whose first wrong field takes the focus when the API has refused what was entered. */
export function useFirstWrong(problem: ApiProblem | undefined): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid], .wrong input')?.focus();
  }, [problem]);
  return form;
}
