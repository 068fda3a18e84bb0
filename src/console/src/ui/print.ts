import { useEffect, useRef } from 'preact/hooks';

/** The page in light colours while it is printed, and `draw` for what is drawn on canvases: before, and with the shade in use after. */
export function usePrinted(draw: () => void): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    const root = document.documentElement;
    const before = () => {
      root.dataset['printedFrom'] ??= root.dataset['shade'] ?? 'light';
      root.dataset['shade'] = 'light';
      latest.current();
    };
    const after = () => {
      if (root.dataset['printedFrom'] !== undefined) root.dataset['shade'] = root.dataset['printedFrom'];
      delete root.dataset['printedFrom'];
      latest.current();
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
}
