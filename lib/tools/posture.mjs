import { withClient } from "./database.mjs";
import { Problem } from "./narrate.mjs";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", ""]);

/** What is wrong with the address itself: records must not cross a network in the clear. */
export function addressProblems(appUrl) {
  const { hostname, searchParams } = new URL(appUrl);
  const isOpen = ["disable", "allow", "prefer"].includes(searchParams.get("sslmode") ?? "disable");
  if (LOOPBACK.has(hostname) || !isOpen) return [];
  return ["The connection to the database is not encrypted: add ?sslmode=verify-full to DATABASE_URL."];
}

/** What makes a database unfit to keep people's records, each with what to do about it. */
export async function databaseProblems(appUrl) {
  const problems = addressProblems(appUrl);
  return withClient(appUrl, async (client) => {
    const { rows } = await client.query(
      `select name, setting from pg_settings
       where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') and setting = 'off'`,
    );
    for (const { name } of rows) {
      const cure = name === "data_checksums" ? "stop the server and run pg_checksums --enable" : `set ${name} = on`;
      problems.push(`The database may lose or damage records, because ${name} is off: ${cure}.`);
    }
    const { rows: roles } = await client.query("select rolsuper from pg_roles where rolname = current_user");
    if (roles[0]?.rolsuper)
      problems.push("DATABASE_URL signs in as a superuser: give the app a role that owns nothing.");
    return problems;
  });
}

/** Refuses to run the app on a database that may lose records, or as a role that may do anything. */
export async function checkDatabase(appUrl) {
  const problems = await databaseProblems(appUrl);
  if (problems.length) throw new Problem(`Caseload does not start on this database:\n- ${problems.join("\n- ")}`);
}
