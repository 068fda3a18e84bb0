import { useTexts } from '../app/preferences';
import { Ref } from '../network/Ref';
import type { Peer } from './peers';
import { groupTexts } from './texts';

/** One side of a rule, with the way to what it names. */
export function PeerOf({ peer, nameOf }: { peer: Peer; nameOf: (id: string) => string }) {
  const text = useTexts(groupTexts);
  if (peer.kind === 'any') return <>{text.any}</>;
  return peer.kind === 'cidr' ? <span class="mono">{peer.value}</span> : <Ref id={peer.value} name={nameOf(peer.value)} />;
}
