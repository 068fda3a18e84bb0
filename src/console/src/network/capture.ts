/** A capture file of an ENI, and how far it has been read. */
export type CaptureFile = {
  name: string;
  bytes: number;
  receivedAt: string;
  shifted: boolean;
  status: 'waiting' | 'reading' | 'done' | 'damaged';
  packets: number;
  skippedPackets?: Record<string, number>;
  nextPacketAt?: string;
  damage?: string;
};

/** A file's name as the API takes it: what it does not take becomes a hyphen. */
export function captureName(fileName: string): string {
  return fileName.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '').slice(-100) || 'capture';
}
