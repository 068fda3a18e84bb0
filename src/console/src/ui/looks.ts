import type { Palette } from './palette';

export type Decal = { symbol: string; dashArrayX: number[] | number[][]; dashArrayY: number[]; rotation?: number; color: string; symbolSize?: number } | undefined;

const light = 'rgba(255,255,255,0.55)';
const stripes: Decal = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: light };
const dots: Decal = { symbol: 'circle', dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0], color: light, symbolSize: 0.7 };
const grid: Decal = { symbol: 'rect', dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0], color: light };
const lines: Decal = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], color: light };
const steep: Decal = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: light };
const upright: Decal = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 2, color: light };

/** Patterns in turn, so that what has colours can be told without them. */
export const decals: Decal[] = [undefined, stripes, dots, lines, steep, grid, upright];

type Value = string | number | null;

export type Look = { color: string; decal: Decal };

/** Accepted and rejected have their colours everywhere; inbound is plain, outbound striped, and what was rejected has dots or squares. */
export function lookOf(palette: Palette, action: Value, direction: Value): Look {
  const out = direction === 'out';
  if (action === 'REJECT') return { color: palette.reject, decal: out ? grid : dots };
  return { color: action === 'ACCEPT' ? palette.accept : palette.faint, decal: out ? stripes : undefined };
}

/** Colours of other things, without that of what was accepted. */
export function lookAt(palette: Palette, index: number): Look {
  const colours = palette.series.filter((_, place) => place !== 2);
  return { color: colours[index % colours.length]!, decal: decals[index % decals.length]! };
}

const places: Record<number, number> = { 6: 0, 17: 1, 1: 2, 58: 3 };

/** A protocol looks the same in every chart. */
export const lookOfProtocol = (palette: Palette, protocol: Value): Look => lookAt(palette, places[Number(protocol)] ?? 4 + (Number(protocol) % 3));
