import { useTexts } from '../app/preferences';
import { Button } from './Button';
import type { Paged } from './paged';
import { kitTexts } from './texts';

/** Reads on where a list has more. */
export function More<T>({ paged }: { paged: Paged<T> }) {
  const texts = useTexts(kitTexts);
  return paged.more === undefined ? null : <p><Button busy={paged.loading} onClick={paged.more}>{texts.more}</Button></p>;
}
