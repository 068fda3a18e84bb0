import { useTexts } from '../../app/preferences';
import type { QueryProblem } from '../query/marks';
import { editorTexts } from './texts';

/** What is wrong with the query, in words. */
export function Problems({ id, problems }: { id: string; problems: QueryProblem[] }) {
  const text = useTexts(editorTexts);
  return (
    <ul id={id} class="editor-problems" aria-live="polite">
      {problems.map((problem) => (
        <li key={`${problem.line}:${problem.column} ${problem.message}`}><span class="faint">{text.at(problem.line, problem.column)}</span>{problem.message} <code>{problem.code}</code></li>
      ))}
    </ul>
  );
}
