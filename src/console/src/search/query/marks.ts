/** A problem of a query as the service tells it: lines and columns from 1 on, columns and lengths in UTF-16 units. */
export type QueryProblem = { code: string; message: string; line: number; column: number; length: number };

/** Where a problem lies in the text. */
export type Mark = { start: number; end: number; message: string };

/** Marks in the order of the text. What lies behind the text is brought to its end; a mark at the end has no length. */
export function marksOf(text: string, problems: QueryProblem[]): Mark[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return problems
    .map((problem) => {
      const start = Math.min(text.length, (starts[problem.line - 1] ?? text.length) + problem.column - 1);
      return { start, end: Math.min(text.length, start + problem.length), message: problem.message };
    })
    .sort((a, b) => a.start - b.start);
}
