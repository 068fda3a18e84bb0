import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { useFormat } from '../../ui/format';
import { tailTexts } from './texts';

const announceEvery = 15_000;

/** Tells how many records have come, from time to time only: every row would be too much to listen to. */
export function Announced({ count }: { count: number }) {
  const text = useTexts(tailTexts);
  const format = useFormat();
  const latest = useRef(count);
  latest.current = count;
  const [said, setSaid] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), announceEvery);
    return () => clearInterval(timer);
  }, []);
  return <p class="unseen" role="status">{said > 0 && text.announced(format.count(said))}</p>;
}
