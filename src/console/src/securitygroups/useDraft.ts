import { useState } from 'preact/hooks';
import type { Draft } from './draft';

/** Drafts by group: one that was begun is there again after a look at other pages, until the tab is closed. */
const drafts = new Map<string, Draft>();

export function useDraft(groupId: string): [Draft | undefined, (draft: Draft | undefined) => void] {
  const [draft, setDraft] = useState(drafts.get(groupId));
  const keep = (next: Draft | undefined) => {
    if (next === undefined) drafts.delete(groupId);
    else drafts.set(groupId, next);
    setDraft(next);
  };
  return [draft, keep];
}
