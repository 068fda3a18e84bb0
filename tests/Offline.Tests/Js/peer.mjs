// The official JavaScript client, for tests that put it beside ours.
//   node peer.mjs <connection string> <table> write            entities from stdin, as [{ name: { type, value } }]
//   node peer.mjs <connection string> <table> read             all entities, in the same form
//   node peer.mjs <connection string> <table> pages <filter> <size>   [{ keys, nextPartitionKey, nextRowKey }]
//   node peer.mjs <connection string> <table> transact         as write, in one transaction
import { text } from "node:stream/consumers";
import { TableClient } from "@azure/data-tables";

const [connectionString, name, command, filter, size] = process.argv.slice(2);
const table = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });

const commands = {
  async write() {
    for (const entity of await received()) await table.createEntity(entity);
  },

  async transact() {
    await table.submitTransaction((await received()).map((entity) => ["create", entity]));
  },

  async read() {
    const entities = [];
    for await (const entity of table.listEntities({ disableTypeConversion: true })) entities.push(typed(entity));
    return entities;
  },

  async pages() {
    const pages = [];
    const query = table.listEntities({ queryOptions: { filter: filter || undefined } });
    for await (const page of query.byPage({ maxPageSize: Number(size) }))
      pages.push({ keys: page.map((entity) => `${entity.partitionKey}/${entity.rowKey}`), ...decoded(page.continuationToken) });
    return pages;
  },
};

async function received() {
  return JSON.parse(await text(process.stdin)).map(({ PartitionKey, RowKey, ...properties }) => ({
    partitionKey: PartitionKey.value,
    rowKey: RowKey.value,
    ...properties,
  }));
}

function typed({ partitionKey, rowKey, ...properties }) {
  const entity = { PartitionKey: { type: "String", value: partitionKey }, RowKey: { type: "String", value: rowKey } };
  for (const [property, { type, value }] of Object.entries(properties).filter(([, found]) => found?.type))
    entity[property] = { type, value: String(value) };
  return entity;
}

function decoded(token) {
  return token ? JSON.parse(Buffer.from(token, "base64").toString()) : {};
}

console.log(JSON.stringify((await commands[command]()) ?? null));
