import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The element whose first input takes the focus when it appears; the browser's autofocus is only for what a dialog opens with. */
export function useFocusFirst(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return element;
}
