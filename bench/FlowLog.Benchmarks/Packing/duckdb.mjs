// node duckdb.mjs MODULE RECORDS.csv FOLDER: what the records take as a DuckDB table and as Parquet.
// Prints a line a store: name, bytes, seconds of processor time, with tabs between them.
import { createRequire } from "node:module";
import { join } from "node:path";
import { rmSync, statSync } from "node:fs";

const [module, csv, folder] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(import.meta.url)(module);
const columns = {
  version: "UTINYINT", account_id: "VARCHAR", interface_id: "VARCHAR", srcaddr: "VARCHAR", dstaddr: "VARCHAR", srcport: "USMALLINT",
  dstport: "USMALLINT", protocol: "UTINYINT", packets: "UBIGINT", bytes: "UBIGINT", start: "BIGINT", end: "BIGINT", action: "VARCHAR",
  log_status: "VARCHAR",
};
const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`).join(", ");
const database = join(folder, "records.duckdb");
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
await connection.run("SET threads = 1");

async function print(name, file, work) {
  const before = process.cpuUsage();
  await work();
  const used = process.cpuUsage(before);
  console.log(`${name}\t${statSync(file).size}\t${((used.user + used.system) / 1e6).toFixed(1)}`);
}

await print("DuckDB table", database, async () => {
  await connection.run(`CREATE TABLE r AS SELECT * FROM read_csv('${csv}', header = true, columns = {${types}})`);
  await connection.run("CHECKPOINT");
});

// Text has no order of its own in Parquet's encodings: IPv4 addresses as numbers, IPv6 ones as two, are what it packs best.
const number = (name) =>
  `CASE WHEN ${name} LIKE '%:%' THEN NULL ELSE (split_part(${name}, '.', 1)::UINTEGER << 24) | (split_part(${name}, '.', 2)::UINTEGER << 16)`
  + ` | (split_part(${name}, '.', 3)::UINTEGER << 8) | split_part(${name}, '.', 4)::UINTEGER END`;
const text = (name) => `CASE WHEN ${name} LIKE '%:%' THEN ${name} END`;
await connection.run(
  `CREATE TEMP TABLE b AS SELECT * REPLACE (${number("srcaddr")} AS srcaddr, ${number("dstaddr")} AS dstaddr), ${text("srcaddr")} AS src6, ${text("dstaddr")} AS dst6 FROM r`);

const stores = [
  ["Parquet zstd", "r", "", 122880],
  ["Parquet zstd, by interface and start", "r", "interface_id, start", 122880],
  ["Parquet zstd, binary addresses", "b", "", 122880],
  ["Parquet zstd, binary addresses, by interface and start", "b", "interface_id, start", 122880],
  ["Parquet zstd, binary addresses, by start, groups of 1,000,000", "b", "start", 1000000],
  ["Parquet zstd, binary addresses, by interface, addresses, port, start", "b", "interface_id, srcaddr, dstaddr, src6, dst6, dstport, start", 1000000],
  ["Parquet zstd, binary addresses, by protocol, port, addresses, start", "b", "protocol, least(srcport, dstport), srcaddr, dstaddr, src6, dst6, start", 1000000],
];
for (const [name, table, order, rows] of stores) {
  const file = join(folder, "records.parquet");
  const select = `SELECT * FROM ${table}${order ? ` ORDER BY ${order}` : ""}`;
  await print(name, file, () => connection.run(`COPY (${select}) TO '${file}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rows})`));
  rmSync(file);
}

connection.closeSync();
instance.closeSync();
rmSync(database);
