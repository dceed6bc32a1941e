import pg from "pg";

/** What a denied request may write: that it was denied (and, a minute later, its seal), when the person was last seen, and how often they tried. */
const ALLOWED = new Set(["rate_limits", "history_seals", "_prisma_migrations"]);

const connections = new Map<string, Promise<pg.Client>>();

/** One connection for a whole matrix: making it, and reading the catalogue, takes longer than the question. */
function connectionTo(ownerUrl: string): Promise<pg.Client> {
  const open = connections.get(ownerUrl) ?? connect(ownerUrl);
  connections.set(ownerUrl, open);
  return open;
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client(ownerUrl);
  // The database goes when its app does.
  client.on("error", () => connections.delete(ownerUrl));
  await client.connect();
  return client;
}

/** One digest per table over all its rows, so that a denial can be shown to have changed nothing. One round trip. */
export async function databaseDigest(ownerUrl: string): Promise<Record<string, string>> {
  const client = await connectionTo(ownerUrl);
  const { rows: tables } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const digests = tables.filter(({ name }) => !ALLOWED.has(name)).map(({ name }) => digestOf(client, name));
  const { rows } = await client.query<{ name: string; digest: string }>({
    name: "digest",
    text: digests.join(" union all "),
  });
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

function digestOf(client: pg.Client, table: string): string {
  const row = table === "sign_ins" ? "(to_jsonb(t) - 'last_seen_at')::text" : "t::text";
  const without = table === "history" ? "where kind <> 'access.denied'" : "";
  return `select ${client.escapeLiteral(table)} as name,
      count(*) || ':' || coalesce(md5(string_agg(md5(${row}), '' order by md5(${row}))), '') as digest
    from ${client.escapeIdentifier(table)} t ${without}`;
}
