import { useTexts } from '../app/preferences';
import { useFormat } from '../ui/format';
import { Badge } from '../ui/Page';
import type { CaptureFile } from './capture';
import { eniTexts } from './eniTexts';

const tones = { waiting: 'neutral', reading: 'info', done: 'good', damaged: 'bad' } as const;

/** How far a file has been read, and what of it made no records. */
export function CaptureStatus({ file }: { file: CaptureFile }) {
  const text = useTexts(eniTexts);
  const format = useFormat();
  const skipped = Object.entries(file.skippedPackets ?? {});
  return (
    <>
      <Badge tone={tones[file.status]}>{text.statuses[file.status]}</Badge>
      {file.nextPacketAt && <div>{text.nextPacket(format.time(file.nextPacketAt))}</div>}
      {skipped.length > 0 && <div class="faint">{text.skipped}: {skipped.map(([reason, packets]) => `${text.skipReasons[reason] ?? reason} ${format.count(packets)}`).join(', ')}</div>}
      {file.damage && <div class="errors break">{file.damage}</div>}
    </>
  );
}
