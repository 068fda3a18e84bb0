import type { ComponentChildren } from 'preact';
import { both, useTexts } from '../app/preferences';
import { Button } from './Button';
import { Dialog } from './Dialog';
import type { Edit } from './edit';
import { useFocusFirst } from './focusFirst';
import { Loaded } from './Loaded';
import { Notice } from './Notice';
import { kitTexts } from './texts';

const texts = both(
  { changed: 'Somebody changed this while the dialog was open, so nothing was saved. Load it as it is now, then make your changes again.', load: 'Load it as it is now' },
  { changed: '对话框打开期间内容已被他人修改，因此未保存。请加载当前内容后重新修改。', load: '加载当前内容' },
);

/** Edits what `useEdit` reads: `children` makes the fields of a form with the id `form`, anew for each version. */
export function EditDialog<T>({ title, form, edit, onClose, children }: { title: string; form: string; edit: Edit<T>; onClose: () => void; children: (value: T) => ComponentChildren }) {
  const text = useTexts(texts);
  const kit = useTexts(kitTexts);
  const footer = <><Button onClick={onClose}>{kit.cancel}</Button><Button kind="primary" type="submit" form={form} busy={edit.busy} disabled={edit.overtaken}>{kit.save}</Button></>;
  return (
    <Dialog title={title} onClose={onClose} footer={footer}>
      <Loaded asked={edit.asked}>{(version) => <Fields key={version.etag ?? ''}>{children(version.value)}</Fields>}</Loaded>
      {edit.overtaken && <Notice kind="warning"><p>{text.changed}</p><Button size="small" onClick={edit.again}>{text.load}</Button></Notice>}
    </Dialog>
  );
}

function Fields({ children }: { children: ComponentChildren }) {
  const element = useFocusFirst();
  return <div ref={element}>{children}</div>;
}
