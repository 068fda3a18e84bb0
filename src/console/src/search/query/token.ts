/** What a piece of a query is, for its colour and for what may stand behind it. */
export type TokenKind = 'field' | 'keyword' | 'function' | 'operator' | 'bracket' | 'string' | 'name' | 'number' | 'word' | 'comment' | 'bar';

/** A piece of a text, in UTF-16 units; what lies between pieces is blank. */
export type Token = { kind: TokenKind; start: number; end: number; text: string; closed?: boolean };
