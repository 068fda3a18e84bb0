import type { Span } from '../types';

export type RunState = 'observed' | 'noTraffic' | 'sampled' | 'skipped' | 'late' | 'lost' | 'notLogged' | 'pending';

export type Run = { from: string; to: string; state: RunState; samplingRate?: number; reason?: string };

export type EniRuns = { eniId: string; runs: Run[] };

export type Gap = { from: number; to: number; state: 'missing' | 'pending' };

const missing: RunState[] = ['skipped', 'late', 'lost'];

/** The stretches, in milliseconds, of which any ENI's traffic is missing or not there yet; where both are, it is missing. */
export function gapsOf(enis: EniRuns[], span: Span): Gap[] {
  const runs = enis.flatMap((eni) => eni.runs);
  const lacking = merged(runs.filter((run) => missing.includes(run.state)), span);
  const waiting = merged(runs.filter((run) => run.state === 'pending'), span);
  return [...lacking.map((gap): Gap => ({ ...gap, state: 'missing' })), ...waiting.flatMap((gap) => without(gap, lacking)).map((gap): Gap => ({ ...gap, state: 'pending' }))].sort((a, b) => a.from - b.from);
}

type Stretch = { from: number; to: number };

function merged(runs: Run[], span: Span): Stretch[] {
  const [first, last] = [Date.parse(span.from), Date.parse(span.to)];
  const cut = runs.map((run) => ({ from: Math.max(first, Date.parse(run.from)), to: Math.min(last, Date.parse(run.to)) })).filter((run) => run.from < run.to);
  const all: Stretch[] = [];
  for (const run of cut.sort((a, b) => a.from - b.from)) {
    const before = all.at(-1);
    if (before !== undefined && run.from <= before.to) before.to = Math.max(before.to, run.to);
    else all.push({ ...run });
  }
  return all;
}

function without(stretch: Stretch, taken: Stretch[]): Stretch[] {
  let rest = [stretch];
  for (const each of taken) {
    rest = rest.flatMap((part) => (each.to <= part.from || part.to <= each.from ? [part] : [{ from: part.from, to: each.from }, { from: each.to, to: part.to }].filter(({ from, to }) => from < to)));
  }
  return rest;
}
