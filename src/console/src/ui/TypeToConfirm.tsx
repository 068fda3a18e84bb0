import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem';
import { both, useTexts } from '../app/preferences';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './Field';
import { ProblemNotice } from './Notice';
import { kitTexts } from './texts';

const texts = both(
  { type: (name: string) => `Type ${name} to confirm`, wrong: 'This is not the name.' },
  { type: (name: string) => `请输入 ${name} 以确认`, wrong: '名称不一致。' },
);

type Properties = { title: string; name: string; action: string; busy: boolean; ready?: boolean; problem: ApiProblem | undefined; onConfirm: () => void; onClose: () => void; children: ComponentChildren };

/** Asks for the name of what is deleted for good, so that it is not done by a slip. */
export function TypeToConfirm({ title, name, action, busy, ready = true, problem, onConfirm, onClose, children }: Properties) {
  const text = useTexts(texts);
  const kit = useTexts(kitTexts);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const right = typed.trim() === name;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (right && ready && !busy) onConfirm();
  };
  return (
    <Dialog title={title} onClose={onClose} footer={<><Button onClick={onClose}>{kit.cancel}</Button><Button kind="danger" type="submit" form="type-to-confirm" busy={busy} disabled={!ready}>{action}</Button></>}>
      {children}
      <form id="type-to-confirm" onSubmit={submit} noValidate>
        <TextField label={text.type(name)} value={typed} onChange={setTyped} autoFocus errors={tried && !right ? [text.wrong] : []} />
      </form>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
