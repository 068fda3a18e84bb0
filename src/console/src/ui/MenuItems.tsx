import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import './menu.css';

export type MenuItem = { name: string; text: ComponentChildren; detail?: string; onChoose: () => void };

type Properties = { items: MenuItem[]; onClose: () => void; labelledBy?: string; label?: string; empty?: string; align?: 'end'; place?: { left: number; top: number } };

/** The list of a menu; it takes the focus. With `place` it stands there in the window, else below what it lies in. */
export function MenuItems({ items, onClose, labelledBy, label, empty, align, place }: Properties) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  // What would lie beyond the window's edge is moved into it.
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect();
    if (box === undefined || list.current === null) return;
    const shift = Math.max(8 - box.left, Math.min(0, document.documentElement.clientWidth - 8 - box.right));
    if (shift !== 0) list.current.style.translate = `${shift}px`;
  }, []);
  useEffect(() => (buttons()[0] ?? list.current)?.focus({ preventScroll: true }), []);
  const press = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      onClose();
    } else if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key === 'Tab') onClose();
  };
  return (
    <div
      ref={list}
      class={`menu-items${align === 'end' ? ' end' : ''}${place ? ' placed' : ''}`}
      role={items.length > 0 ? 'menu' : undefined}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-label={label}
      style={place ? { left: `${place.left}px`, top: `${place.top}px` } : undefined}
      onKeyDown={press}
    >
      {items.length === 0 && <p class="menu-empty">{empty}</p>}
      {items.map((item) => (
        <button
          key={item.name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose();
            item.onChoose();
          }}
        >
          <span>{item.text}</span>
          {item.detail && <span class="menu-detail">{item.detail}</span>}
        </button>
      ))}
    </div>
  );
}
