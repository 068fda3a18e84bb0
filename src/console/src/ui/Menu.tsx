import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button';
import { MenuItems, type MenuItem } from './MenuItems';

type Properties = { label: ComponentChildren; items: MenuItem[]; empty?: string; kind?: 'plain' | 'quiet'; size?: 'small'; /** Which edge of the button the list keeps to. */ align?: 'end' };

/** A button with a list of what can be done. Arrows go through it, Esc closes it. */
export function Menu({ label, items, empty, kind = 'plain', size, align }: Properties) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => event.target instanceof Node && frame.current?.contains(event.target) === false && setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const close = () => {
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };
  return (
    <div class="menu" ref={frame} onFocusOut={(event) => open && event.relatedTarget instanceof Node && !frame.current?.contains(event.relatedTarget) && setOpen(false)}>
      <Button kind={kind} expanded={open} onClick={() => setOpen(!open)} {...(size ? { size } : {})}><span id={id}>{label}</span> <span aria-hidden="true">▾</span></Button>
      {open && <MenuItems labelledBy={id} items={items} onClose={close} {...(empty === undefined ? {} : { empty })} {...(align ? { align } : {})} />}
    </div>
  );
}
