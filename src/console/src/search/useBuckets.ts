import { useState } from 'preact/hooks';

/** How many bars fit into the page as it is now; it stays so while the page is shown. */
export function useBuckets(): number {
  const [buckets] = useState(() => Math.max(20, Math.min(120, Math.floor(document.documentElement.clientWidth / 14))));
  return buckets;
}
