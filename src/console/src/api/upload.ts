import { ApiProblem } from './problem';

export type Upload = { address: string; key: string; file: Blob; signal?: AbortSignal; /** From 0 to 1, as bytes leave. */ onProgress: (share: number) => void };

/** Sends a file. XMLHttpRequest, since fetch does not tell how much of a body has left. @throws ApiProblem if the API refuses, or cannot be reached. */
export function upload({ address, key, file, signal, onProgress }: Upload): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('Authorization', `Bearer ${key}`);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.total === 0 ? 1 : event.loaded / event.total);
    request.onload = () => {
      if (request.status < 300) return resolve();
      void ApiProblem.from(new Response(request.responseText, { status: request.status, statusText: request.statusText })).then(reject);
    };
    request.onerror = () => reject(new ApiProblem(0, 'Unreachable', 'The service cannot be reached.'));
    request.onabort = () => reject(new DOMException('Given up.', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
