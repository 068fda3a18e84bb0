/** A Project as the API answers it. */
export type Project = { name: string; description: string; regionId: string; createdAt: string };

/** A Logstore as the API answers it. */
export type Logstore = { project: string; name: string; description: string; ttlDays: number; report: boolean; reportSince?: string; regionId: string; createdAt: string };

/** Records of a Logstore with this time to live are kept for ever. */
export const forEver = 3650;
