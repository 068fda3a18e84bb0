/** What `GET /api/authorization` tells. */
export type Authorization = { confirmed: boolean; confirmedAt?: string; confirmedBy?: string; grants: Grant[] };

export type Grant = { action: string; description: string };
