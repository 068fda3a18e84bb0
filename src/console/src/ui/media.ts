import { useEffect, useMemo, useState } from 'preact/hooks';

/** Whether the screen meets a media query, followed as it changes. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query]);
  const [met, setMet] = useState(list.matches);
  useEffect(() => {
    const follow = () => setMet(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [list]);
  return met;
}
