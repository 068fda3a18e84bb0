/** A sub-user; secrets of keys are told only when a key is made. */
export type User = { name: string; description?: string; createdAt: string; accessKeys?: AccessKey[] };

/** `configured` keys come from the service's settings and are changed only there. */
export type AccessKey = { accessKeyId: string; status: 'Active' | 'Inactive'; createdAt?: string; lastUsedAt?: string; configured?: boolean };

export type NewAccessKey = AccessKey & { accessKeySecret: string; bearer: string };

/** So that one can be replaced without a gap. */
export const mostKeys = 2;

/** The id of a key, which is its part before the dot. */
export const keyIdOf = (key: string | null): string => key?.split('.')[0] ?? '';
