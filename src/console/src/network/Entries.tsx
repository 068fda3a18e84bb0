import { useTexts } from '../app/preferences';
import { networkTexts } from './texts';

/** The blocks of a prefix list; many of them fold away. */
export function Entries({ entries }: { entries: string[] }) {
  const text = useTexts(networkTexts);
  const blocks = entries.map((entry) => <span key={entry} class="mono block">{entry}</span>);
  if (entries.length <= 6) return <div class="blocks">{blocks}</div>;
  return <details><summary>{text.entryCount(entries.length)}</summary><div class="blocks">{blocks}</div></details>;
}
