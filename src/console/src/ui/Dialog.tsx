import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ApiProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { Button } from './Button';
import { ProblemNotice } from './Notice';
import { kitTexts } from './texts';

type Properties = { title: string; onClose: () => void; children: ComponentChildren; footer?: ComponentChildren; wide?: boolean; side?: boolean };

/** The browser's own modal dialog: it keeps the focus, Esc closes it, and the focus returns to where it was. */
export function Dialog({ title, onClose, children, footer, wide, side }: Properties) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  const texts = useTexts(kitTexts);
  useEffect(() => {
    const opener = document.activeElement;
    element.current?.showModal();
    return () => opener instanceof HTMLElement && opener.isConnected && opener.focus();
  }, []);
  return (
    <dialog
      ref={element}
      class={`dialog${wide ? ' wide' : ''}${side ? ' side' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && side && onClose()}
    >
      <div class="dialog-frame">
        <header>
          <h2 id={id}>{title}</h2>
          <Button kind="quiet" label={texts.close} onClick={onClose}>✕</Button>
        </header>
        <div class="dialog-body">{children}</div>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}

type Confirm = { title: string; children: ComponentChildren; action: string; danger?: boolean; busy?: boolean; problem?: ApiProblem | undefined; onConfirm: () => void; onClose: () => void };

/** Asks before something is done that cannot be undone. */
export function ConfirmDialog({ title, children, action, danger, busy, problem, onConfirm, onClose }: Confirm) {
  const texts = useTexts(kitTexts);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onConfirm}>{action}</Button>
        </>
      }
    >
      {children}
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
