import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PointState } from './completeness';
import type { Inventory } from './inventory';
import type { Naming } from './naming';
import type { Scope } from './scope';
import type { View } from './state';
import type { Turns } from './turns';

/** What the charts of a page share. */
export type Dash = {
  project: string;
  logstore: string;
  view: View;
  scope: Scope;
  states: PointState[];
  inventory: Inventory;
  naming: Naming;
  narrow: boolean;
  turns: Turns;
  /** Counts refreshes. */
  round: number;
  filter: (filters: string[]) => void;
  /** Shows only a stretch of time, Unix seconds; with filters too. */
  zoom: (from: number, to: number, filters?: string[]) => void;
};

export const DashContext = createContext<Dash | null>(null);

export function useDash(): Dash {
  const dash = useContext(DashContext);
  if (dash === null) throw new Error('No dashboard is open.');
  return dash;
}
