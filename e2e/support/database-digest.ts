import pg from "pg";

/** What a denied request may write: that it was denied, when the person was last seen, and how often they tried. */
const ALLOWED = new Set(["rate_limits", "_prisma_migrations"]);

/** One digest per table over all its rows, so that a denial can be shown to have changed nothing. */
export async function databaseDigest(ownerUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables.filter((table) => !ALLOWED.has(table.name))) {
      digests[name] = await digestOf(client, name);
    }
    return digests;
  } finally {
    await client.end();
  }
}

async function digestOf(client: pg.Client, table: string): Promise<string> {
  const row = table === "sign_ins" ? "(to_jsonb(t) - 'last_seen_at')::text" : "t::text";
  const without = table === "history" ? "where kind <> 'access.denied'" : "";
  const { rows } = await client.query<{ digest: string }>(
    `select count(*) || ':' || coalesce(md5(string_agg(md5(${row}), '' order by md5(${row}))), '') as digest from ${client.escapeIdentifier(table)} t ${without}`,
  );
  return rows[0]?.digest ?? "";
}
