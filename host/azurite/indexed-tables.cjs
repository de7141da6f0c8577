// Loaded into Azurite's table server (node --require) before it starts, so that the cost of a request does not depend on how much is
// stored. Azurite 3.37 runs every query over all entities of the table and sorts the result, and each update walks two index arrays.
//
// Here a table keeps its entities in the order of their keys. A point read, an insert, a replace and a delete take O(log n). A query
// reads only the range of keys that its filter allows and, for a later page, starts at the continuation token. Nothing is sorted.
// Saving does not stop the server: it takes a snapshot and writes it piece by piece.
//
// It guarantees the answers of the unpatched server, and files that either server can open: the rules of the table service stay
// Azurite's own code, only the collection below it is another. IndexedTablesTests compares the two servers.
// Meant to be offered to Azurite; delete this file when a release has such an index.
'use strict';
const fs = require('node:fs/promises');
const { createRequire } = require('node:module');

// From the server that is about to start, so that no other copy of Azurite is patched in its place.
const load = createRequire(process.argv[1]);
for (const [name, path, known] of [['Azurite', '../../../package.json', '3.37.0'], ['LokiJS', 'lokijs/package.json', '1.5.12']]) {
  const { version } = load(path);
  if (version !== known) {
    console.error(`indexed-tables.cjs is written for ${name} ${known}, not for ${version}: adapt it to this version and its tests.`);
    process.exit(1);
  }
}

const Loki = load('lokijs');
const LokiTableMetadataStore = load('./persistence/LokiTableMetadataStore.js').default;
const QueryGenerator = load('./persistence/LokiTableStoreQueryGenerator.js').default;
const parseQuery = load('./persistence/QueryInterpreter/QueryParser.js').default;

const CHUNK = 512;

/** The entities of one table in the order of their keys, in place of a collection of LokiJS. */
class Entities {
  dirty = true;
  #chunks = [[]];

  constructor(name, stored = []) {
    this.name = name;
    stored.forEach(entity => this.#set(entity));
  }

  findOne({ PartitionKey, RowKey }) {
    const { chunk, at, found } = this.#find(PartitionKey, RowKey);
    return found ? chunk[at] : null;
  }

  // The field meta is LokiJS's: an unpatched server that opens the file needs it.
  insert(entity) {
    entity.meta = { revision: 0, created: Date.now(), version: 0 };
    this.#set(entity);
  }

  update(entity) {
    entity.meta = { ...entity.meta, revision: entity.meta.revision + 1, updated: Date.now() };
    this.#set(entity);
  }

  remove(entity) {
    const { number, chunk, at } = this.#find(entity.PartitionKey, entity.RowKey);
    if (chunk[at] !== entity)
      return;
    chunk.splice(at, 1);
    if (chunk.length === 0 && this.#chunks.length > 1)
      this.#chunks.splice(number, 1);
    this.dirty = true;
  }

  *from(partitionKey, rowKey) {
    let { number, at } = this.#find(partitionKey, rowKey);
    for (; number < this.#chunks.length; number++, at = 0)
      for (const chunk = this.#chunks[number]; at < chunk.length; at++)
        yield chunk[at];
  }

  /** What LokiJS would write of this collection: text, and lists of entities still to be made text. Entities never change in place. */
  snapshot() {
    let id = 0;
    const chunks = this.#chunks.filter(chunk => chunk.length > 0).map(chunk => chunk.map(entity => {
      entity.$loki = ++id;
      return entity;
    }));
    const shape = new Loki.Collection(this.name, { indices: ['PartitionKey', 'RowKey'] });
    const head = `${open({ ...shape, maxId: id, data: undefined })},"data":[`;
    return [head, ...separated(chunks.map(chunk => [chunk])), ']}'];
  }

  #set(entity) {
    const { number, chunk, at, found } = this.#find(entity.PartitionKey, entity.RowKey);
    chunk.splice(at, found ? 1 : 0, entity);
    if (chunk.length > 2 * CHUNK)
      this.#chunks.splice(number + 1, 0, chunk.splice(CHUNK));
    this.dirty = true;
  }

  // Where a key is or belongs: only the first chunk may be empty.
  #find(partitionKey, rowKey) {
    const number = first(this.#chunks.length - 1, i => compare(this.#chunks[i + 1][0], partitionKey, rowKey) > 0);
    const chunk = this.#chunks[number];
    const at = first(chunk.length, i => compare(chunk[i], partitionKey, rowKey) >= 0);
    return { number, chunk, at, found: at < chunk.length && compare(chunk[at], partitionKey, rowKey) === 0 };
  }
}

function compare(entity, partitionKey, rowKey) {
  if (entity.PartitionKey !== partitionKey)
    return entity.PartitionKey < partitionKey ? -1 : 1;
  return entity.RowKey < rowKey ? -1 : entity.RowKey > rowKey ? 1 : 0;
}

/** Binary search: the first of the numbers below `end` that fits, else `end`. */
function first(end, fits) {
  let start = 0;
  while (start < end) {
    const middle = (start + end) >>> 1;
    if (fits(middle))
      end = middle;
    else
      start = middle + 1;
  }
  return start;
}

const ALL = { low: '', high: undefined };

/** Limits of one key outside which nothing matches the filter. What lies within is still to be tested. */
function limits(node, key) {
  switch (node.name) {
    case 'and': {
      const [a, b] = [limits(node.left, key), limits(node.right, key)];
      return { low: a.low > b.low ? a.low : b.low, high: b.high === undefined || a.high < b.high ? a.high : b.high };
    }
    case 'or': {
      const [a, b] = [limits(node.left, key), limits(node.right, key)];
      return { low: a.low < b.low ? a.low : b.low, high: a.high === undefined || a.high > b.high ? a.high : b.high };
    }
    case 'eq': case 'gt': case 'ge': case 'lt': case 'le': {
      const value = node.right.value;
      if (node.left.identifier !== key || node.right.name !== 'constant' || typeof value !== 'string')
        return ALL;
      return { low: node.name[0] === 'l' ? '' : value, high: node.name[0] === 'g' ? undefined : value };
    }
    default:
      return ALL;
  }
}

const store = LokiTableMetadataStore.prototype;

store.queryTableEntities = async function (context, account, table, options, nextPartitionKey, nextRowKey) {
  const entities = this.getEntityCollection(account, table, context);
  const matches = QueryGenerator.generateQueryForPersistenceLayer(options, context);
  const most = this.getMaxResultsOption(options);
  const tree = /^(true|false)?$/.test(options.filter ?? '') ? {} : parseQuery(options.filter);
  const [partition, row] = [limits(tree, 'PartitionKey'), limits(tree, 'RowKey')];

  let start = [partition.low, row.low];
  const next = [this.decodeContinuationHeader(nextPartitionKey), this.decodeContinuationHeader(nextRowKey)];
  if (next[0] > start[0] || (next[0] === start[0] && next[1] > start[1]))
    start = [next[0], next[1] ?? ''];

  const result = [];
  // A row key without a partition key continues nothing.
  if (next[0] !== undefined || next[1] === undefined) {
    for (const entity of entities.from(...start)) {
      if (entity.PartitionKey > partition.high || (entity.PartitionKey === partition.high && entity.RowKey > row.high))
        break;
      if (matches(entity) && result.push(entity) > most)
        break;
    }
  }
  const following = this.adjustQueryResultforTop(result, most);
  return [result, following.nextPartitionKeyResponse, following.nextRowKeyResponse];
};

store.createCollectionForTable = function ({ account, table }) {
  const name = this.getTableCollectionName(account, table);
  this.db.removeCollection(name);
  this.db.loadCollection(new Entities(name));
};

const { loadDB } = store;
store.loadDB = async function () {
  const db = this.db;
  const isTable = ({ name }) => name !== this.TABLES_COLLECTION && name !== this.SERVICES_COLLECTION;
  // To LokiJS, a file of a version before 1.5 has indexes that must be built anew. Ours are written empty.
  db.databaseVersion = 1.4;
  db.loadJSONObject = function (stored, options) {
    const others = stored.collections.filter(collection => !isTable(collection));
    Loki.prototype.loadJSONObject.call(db, { ...stored, collections: others }, options);
    stored.collections.filter(isTable).forEach(({ name, data }) => db.loadCollection(new Entities(name, data)));
  };
  if (db.persistenceMethod === 'fs')
    db.saveDatabaseInternal = callback => save(db).then(() => callback(null), callback);
  await loadDB.call(this);
};

async function save(db) {
  db.autosaveClearFlags();
  try {
    await write(`${db.filename}~`, snapshot(db));
    await fs.rename(`${db.filename}~`, db.filename);
  } catch (error) {
    db.collections.forEach(collection => { collection.dirty = true; });
    throw error;
  }
}

function snapshot(db) {
  const collections = db.collections.map(collection =>
    collection instanceof Entities ? collection.snapshot() : [JSON.stringify(collection, db.serializeReplacer)]);
  return [`${open({ ...db, collections: undefined })},"collections":[`, ...separated(collections), ']}'];
}

/** Requests are served between two pieces. */
async function write(path, parts) {
  const file = await fs.open(path, 'w');
  try {
    let text = '';
    for (const part of parts) {
      text += typeof part === 'string' ? part : JSON.stringify(part).slice(1, -1);
      if (text.length > 100_000) {
        await file.appendFile(text);
        text = '';
      }
    }
    await file.appendFile(text);
  } finally {
    await file.close();
  }
}

function separated(lists) {
  return lists.flatMap((list, i) => i === 0 ? list : [',', ...list]);
}

/** As JSON, still without the last brace. */
function open(object) {
  return JSON.stringify(object, Loki.prototype.serializeReplacer).slice(0, -1);
}
