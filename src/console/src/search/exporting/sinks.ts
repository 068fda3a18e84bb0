import type { Sink } from './download';
import { save } from './save';

type Writable = { write: (bytes: Uint8Array) => Promise<void>; close: () => Promise<void>; abort: () => Promise<void> };

type Picker = (options: { suggestedName: string }) => Promise<{ createWritable: () => Promise<Writable> }>;

/** A file that the viewer chooses, where the browser lets one; null if the viewer chose none, undefined if it does not. */
export async function chosenFile(name: string): Promise<Sink | null | undefined> {
  const picker = (window as unknown as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (picker === undefined) return undefined;
  try {
    const file = await (await picker({ suggestedName: name })).createWritable();
    return { write: (bytes) => file.write(bytes), close: () => file.close(), discard: () => file.abort() };
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'AbortError') return null;
    return undefined;
  }
}

/** Keeps the file in memory, and hands it to the browser's downloads when it is whole. */
export function memory(name: () => string): Sink {
  const parts: BlobPart[] = [];
  return {
    write: async (bytes) => void parts.push(bytes as Uint8Array<ArrayBuffer>),
    close: async () => save(new Blob(parts), name()),
    discard: async () => void parts.splice(0),
  };
}
