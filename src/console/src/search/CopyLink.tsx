import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Menu } from '../ui/Menu';
import { searchTexts } from './texts';
import { addressOf, fixed, type View } from './view';

/** Copies the address of what is shown, with the region, and if one likes with a range that stays. */
export function CopyLink({ path, view }: { path: string[]; view: View }) {
  const text = useTexts(searchTexts);
  const { region } = useSession();
  const [done, setDone] = useState(false);
  const copy = async (shown: View) => {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}${addressOf(path, shown, region)}`);
    setDone(true);
    setTimeout(() => setDone(false), 2500);
  };
  return (
    <>
      <span role="status" class="faint">{done && text.copied}</span>
      <Menu
        label={text.copyLink}
        align="end"
        items={[
          { name: 'as-is', text: text.linkAsIs, onChoose: () => void copy(view) },
          ...('last' in view.range && view.mode === 'search' ? [{ name: 'fixed', text: text.linkFixed, onChoose: () => void copy(fixed(view, new Date())) }] : []),
        ]}
      />
    </>
  );
}
