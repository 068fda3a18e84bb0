import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { Button } from './Button';
import { kitTexts } from './texts';

/** Copies a text, and says so for a moment. */
export function Copy({ text, children }: { text: () => string; children?: string }) {
  const texts = useTexts(kitTexts);
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  return <Button kind="quiet" size="small" onClick={() => void copy()}>{done ? texts.copied : (children ?? texts.copy)}</Button>;
}
