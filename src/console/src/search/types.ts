/** Minutes by what is known of them; `share` of the complete ones is not there where none is known. */
export type Completeness = { from: string; to: string; share?: number; observed: number; noTraffic: number; sampled: number; skipped: number; late: number; lost: number; notLogged: number; pending: number };

export type Statistics = { rowsScanned: number; bytesScanned: number; chunksScanned: number; rowsSkipped: number; bytesSkipped: number; chunksSkipped: number; matches: number; elapsedMilliseconds: number };

export type FlowValue = string | number;

/** A flow record by the names of its fields; `-` is no value. */
export type FlowRecord = Record<string, FlowValue>;

export type RecordsAnswer = { from: string; to: string; items: FlowRecord[]; cursor?: string; completeness: Completeness; statistics: Statistics };

export type AnswerColumn = { name: string; type: 'bigint' | 'double' | 'varchar' };

/** A whole number that is too large for a JavaScript number is a bigint. */
export type Cell = string | number | bigint | null;

export type QueryAnswer = { from: string; to: string; columns: AnswerColumn[]; rows: Cell[][]; isCut: boolean; isVectorised: boolean; statistics: Statistics; completeness: Completeness };

export type Bucket = { from: string; to: string; count: number; packets: number; bytes: number };

export type HistogramAnswer = { from: string; to: string; bucketSeconds: number; count: number; items: Bucket[]; statistics: Statistics; completeness: Completeness };

export type Logstore = { project: string; name: string; description: string; ttlDays: number; report: boolean; reportSince?: string };

/** A range as it was asked for, in ISO 8601. */
export type Span = { from: string; to: string };
