import type { ComponentChildren } from 'preact';
import type { Asked } from './asked';
import { Loading, ProblemNotice } from './Notice';

/** Shows what was asked for once it is there; before, that it loads, or why it failed. Later problems stand above the last answer. */
export function Loaded<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ComponentChildren }) {
  if (asked.value === undefined) return asked.problem ? <ProblemNotice problem={asked.problem} retry={asked.reload} /> : <Loading />;
  return (
    <>
      {asked.problem && <ProblemNotice problem={asked.problem} retry={asked.reload} />}
      {children(asked.value)}
    </>
  );
}
