import type { Mark } from '../query/marks';
import type { Token, TokenKind } from '../query/token';

/** A stretch of the text that looks the same throughout. */
export type Piece = { text: string; kind: TokenKind | undefined; mark: Mark | undefined };

/** Cuts a text where tokens and marks begin and end. A mark without a length takes the letter before it. */
export function piecesOf(text: string, tokens: Token[], marks: Mark[]): Piece[] {
  const shown = marks.map((mark) => (mark.end > mark.start ? mark : { ...mark, start: Math.max(0, mark.start - 1), end: Math.max(mark.start, 1) }));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...tokens, ...shown]) for (const cut of [start, end]) if (cut < text.length) cuts.add(cut);
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let token = 0;
  for (let index = 0; index + 1 < places.length; index++) {
    const [start = 0, end = 0] = [places[index], places[index + 1]];
    while ((tokens[token]?.end ?? Infinity) <= start) token++;
    const at = tokens[token];
    pieces.push({ text: text.slice(start, end), kind: at !== undefined && at.start <= start ? at.kind : undefined, mark: shown.find((mark) => mark.start <= start && end <= mark.end) });
  }
  return pieces;
}
