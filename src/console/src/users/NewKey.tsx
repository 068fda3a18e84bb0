import { useTexts } from '../app/preferences';
import { Button } from '../ui/Button';
import { Copy } from '../ui/Copy';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { userTexts } from './texts';
import type { NewAccessKey } from './user';

/** A new key with its secret, which nobody can see again. */
export function NewKey({ user, made, onClose }: { user: string; made: NewAccessKey; onClose: () => void }) {
  const text = useTexts(userTexts);
  const parts = [[text.id, made.accessKeyId, text.copyId], [text.secret, made.accessKeySecret, text.copySecret], [text.whole, made.bearer, text.copyWhole]] as const;
  return (
    <Dialog title={text.newKey(user)} onClose={onClose} footer={<Button kind="primary" onClick={onClose}>{text.kept}</Button>}>
      <Notice kind="warning">{text.once}</Notice>
      <dl class="new-key">
        {parts.map(([name, value, copy]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd><code class="break">{value}</code> <Copy text={() => value}>{copy}</Copy></dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
