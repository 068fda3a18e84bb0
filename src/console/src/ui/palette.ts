/** The colours of the page, for what is drawn on a canvas. */
export type Palette = { text: string; faint: string; line: string; surface: string; accept: string; reject: string; series: string[]; ramp: [string, string] };

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: colour('text'), faint: colour('text-faint'), line: colour('line'), surface: colour('surface'), accept: colour('accept'), reject: colour('reject'),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => colour(`series-${index}`)), ramp: [colour('ramp-low'), colour('ramp-high')],
  };
}
