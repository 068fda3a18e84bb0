/** A sub-user; secrets of keys are told only when a key is made. */
export type User = { name: string; description?: string; createdAt: string; accessKeys?: AccessKey[] };

export type AccessKey = { accessKeyId: string; createdAt: string };

export type NewAccessKey = AccessKey & { accessKeySecret: string; bearer: string };

/** So that one can be replaced without a gap. */
export const mostKeys = 2;
