import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { withClient } from "./database.mjs";
import { ROOT } from "./project.mjs";

// Prisma's own schema engine as WebAssembly: says what SQL leads from a database to the models, without a download.

const PG_CHAR = 18;
const PG_TEXT = 25;
const ADAPTER_TEXT = 7;
const ADAPTER_CHARACTER = 6;

/**
 * The adapter of Prisma 7 does not know PostgreSQL's internal type "char", which the engine asks for when it looks at a
 * database. The pool hands such columns on as text, and the adapter gives them their type back.
 */
class DescribingAdapter extends PrismaPg {
  static over(pool) {
    const characters = new Set();
    const query = pool.query.bind(pool);
    pool.query = async (...question) => {
      const answer = await query(...question);
      for (const field of answer.fields ?? []) {
        if (field.dataTypeID !== PG_CHAR) continue;
        field.dataTypeID = PG_TEXT;
        characters.add(field.name);
      }
      return answer;
    };
    return Object.assign(new DescribingAdapter(pool), { characters });
  }

  async connect() {
    const adapter = await super.connect();
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (question) => {
      const answer = await ask(question);
      const isCharacter = (type, column) => type === ADAPTER_TEXT && this.characters.has(answer.columnNames[column]);
      answer.columnTypes = answer.columnTypes.map((type, column) =>
        isCharacter(type, column) ? ADAPTER_CHARACTER : type,
      );
      return answer;
    };
    return adapter;
  }
}

async function loadEngine() {
  // The package's "exports" hide the .wasm file, so it is found by its path.
  const folder = path.join(ROOT, "node_modules/@prisma/schema-engine-wasm");
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(path.join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": engine,
  });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine;
}

function modelFiles() {
  const models = readdirSync(path.join(ROOT, "prisma/models")).filter((name) => name.endsWith(".prisma"));
  return ["prisma/schema.prisma", ...models.sort().map((name) => `prisma/models/${name}`)].map((file) => ({
    path: file,
    content: readFileSync(path.join(ROOT, file), "utf8"),
  }));
}

/** The indexes that only SQL can express: partial, over expressions, or of a kind that Prisma's models do not name. */
async function handwrittenIndexes(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select c.relname as name
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
       where i.indpred is not null or i.indexprs is not null or i.indisexclusion or a.amname <> 'btree'
         or i.indnkeyatts <> i.indnatts or i.indnullsnotdistinct`,
    );
    return new Set(rows.map(({ name }) => name));
  });
}

function withoutHandwritten(sql, indexes) {
  const parts = sql.split(/\n(?=-- )/).filter((part) => {
    const dropped = /^-- DropIndex\nDROP INDEX "([^"]+)"/.exec(part);
    return part.trim() && !(dropped && indexes.has(dropped[1]));
  });
  return parts.join("\n").trim();
}

/** The SQL that would lead from a migrated database to the Prisma models; empty when both say the same. */
export async function differenceToModels(ownerUrl) {
  const pool = new pg.Pool({ connectionString: ownerUrl });
  pool.on("error", () => {});
  try {
    const { SchemaEngine } = await loadEngine();
    const files = modelFiles();
    const adapter = bindMigrationAwareSqlAdapterFactory(DescribingAdapter.over(pool));
    const engine = await SchemaEngine.new(
      { datamodels: files.map((file) => [file.path, file.content]) },
      () => {},
      adapter,
    );
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? "").replace("-- This is an empty migration.", "");
    return withoutHandwritten(sql, await handwrittenIndexes(ownerUrl));
  } finally {
    await pool.end();
  }
}
