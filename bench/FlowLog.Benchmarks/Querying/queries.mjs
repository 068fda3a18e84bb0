// node queries.mjs MODULE RECORDS.csv FOLDER QUESTIONS.json RUNS THREADS: how long DuckDB takes to answer.
// Prints a JSON array, an object a question: milliseconds of each run on its own table and on Parquet (zstd), and the first row.
import { createRequire } from "node:module";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const [module, csv, folder, questions, runs, threads] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(import.meta.url)(module);
const columns = {
  version: "UTINYINT", account_id: "VARCHAR", interface_id: "VARCHAR", srcaddr: "VARCHAR", dstaddr: "VARCHAR", srcport: "USMALLINT",
  dstport: "USMALLINT", protocol: "UTINYINT", packets: "UBIGINT", bytes: "UBIGINT", start: "BIGINT", end: "BIGINT", action: "VARCHAR",
  log_status: "VARCHAR",
};
const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`).join(", ");
const [database, parquet] = [join(folder, "queries.duckdb"), join(folder, "queries.parquet")];
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
await connection.run(`SET threads = ${threads}`);
await connection.run(`CREATE TABLE r AS SELECT * FROM read_csv('${csv}', header = true, columns = {${types}})`);
await connection.run("CHECKPOINT");
await connection.run(`COPY r TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`);

async function ask(sql) {
  const times = [];
  let row = "";
  for (let run = 0; run <= Number(runs); run++) {
    const began = process.hrtime.bigint();
    const rows = (await connection.runAndReadAll(sql)).getRowsJS();
    if (run > 0) times.push(Number(process.hrtime.bigint() - began) / 1e6);
    row = rows.length > 0 ? rows[0].join(", ") : "";
  }

  return { times, row };
}

const answers = JSON.parse(readFileSync(questions, "utf8")).map(() => ({}));
for (const [store, view] of [["table", "SELECT * FROM r"], ["parquet", `SELECT * FROM '${parquet}'`]]) {
  await connection.run(`CREATE OR REPLACE VIEW log AS ${view}`);
  for (const [place, sql] of JSON.parse(readFileSync(questions, "utf8")).entries()) {
    const { times, row } = await ask(sql);
    answers[place][store] = times;
    answers[place].row = row;
  }
}

console.log(JSON.stringify(answers));
connection.closeSync();
instance.closeSync();
for (const file of [database, parquet]) rmSync(file);
