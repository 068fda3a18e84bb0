/** Where a file goes while it comes: to the disk at once, or into memory until it is whole. */
export type Sink = { write: (bytes: Uint8Array) => Promise<void>; close: () => Promise<void>; discard: () => Promise<void> };

/** Takes an answer's bytes to a sink. @throws whatever broke it off; what was written by then is discarded. */
export async function download(response: Response, sink: Sink, onBytes: (bytes: number) => void): Promise<void> {
  try {
    const reader = response.body?.getReader();
    let bytes = 0;
    while (reader !== undefined) {
      const { done, value } = await reader.read();
      if (done) break;
      await sink.write(value);
      onBytes((bytes += value.byteLength));
    }
  } catch (problem) {
    await sink.discard();
    throw problem;
  }
  await sink.close();
}

/** The header `X-Completeness` as it stands: `share=0.97, observed=64, …`. */
export function readCompleteness(header: string | null): Record<string, number> {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('='));
  return Object.fromEntries(parts.flatMap(([name, value]) => (name && value && Number.isFinite(Number(value)) ? [[name, Number(value)]] : [])));
}

/** The name that the service gives the file; `usual` if it gives none. */
export function fileName(header: string | null, usual: string): string {
  return /filename="?([^";]+)"?/.exec(header ?? '')?.[1] ?? usual;
}
