import type { EChartsCoreOption } from '../../ui/Chart';
import type { Format } from '../../ui/format';
import type { Palette } from '../../ui/palette';

/** A plan as ECharts draws it; `left` counts what was too much for the picture. */
export type Drawn = { option: (palette: Palette) => EChartsCoreOption; left: number; height: number };

/** A number on an axis or in a tooltip: bytes as bytes. */
export const valueText = (name: string, format: Format) => (value: number): string => (/bytes/i.test(name) ? format.bytes(value) : format.count(value));
