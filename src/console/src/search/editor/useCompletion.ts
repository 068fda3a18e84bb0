import { useState } from 'preact/hooks';
import { contextAt, type Context } from '../query/completion';
import type { SearchLanguage } from '../query/language';
import { suggestionsFor, type KnownValues, type Suggestion } from '../query/suggestions';

export type Completion = {
  items: Suggestion[];
  context: Context;
  /** -1 while none is chosen: then Enter runs the query. */
  active: number;
  open: boolean;
  show: (chosen: boolean) => void;
  hide: () => void;
  move: (by: number) => void;
};

/** What may be written at the caret, and which of it is chosen. */
export function useCompletion(text: string, caret: number, language: SearchLanguage, values: KnownValues): Completion {
  const [state, setState] = useState({ wanted: false, active: -1 });
  const context = contextAt(text, caret, language);
  const items = state.wanted ? suggestionsFor(context, language, values) : [];
  const open = items.length > 0;
  return {
    items, context, open,
    active: open ? Math.min(state.active, items.length - 1) : -1,
    show: (chosen) => setState({ wanted: true, active: chosen ? 0 : -1 }),
    hide: () => setState({ wanted: false, active: -1 }),
    move: (by) => setState(({ wanted, active }) => ({ wanted, active: active < 0 ? (by > 0 ? 0 : items.length - 1) : (active + by + items.length) % items.length })),
  };
}
