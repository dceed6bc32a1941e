import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { idOf } from "../large/rows.mjs";

// People of the large database who are signed in while it is measured.

const OWNER = 24;
const STAFF = [
  ["administrator", "ADMINISTRATOR"],
  ["staff", "STAFF"],
  ["practitioner", "PRACTITIONER"],
];

async function cookieOf(client, { column, id, secret }) {
  const token = randomBytes(32).toString("base64url");
  await client.query(
    `insert into sign_ins (token_hash, ${column}, confirmed_at, created_at, last_seen_at, expires_at, admin_mode_until)
     values ($1, $2, now(), now(), now(), now() + interval '12 hours', now() + interval '30 minutes')`,
    [createHash("sha256").update(token).digest("hex"), id],
  );
  const value = await encode({ token: { sid: token }, secret, maxAge: 12 * 3600 });
  return `caseload.sign-in=${value}`;
}

async function accountOf(client, [name, role]) {
  const { rows } = await client.query(
    `insert into accounts (email, first_name, last_name, role) values ($1, 'Bench', $2, $3::"AccountRole")
     on conflict (email) do update set status = 'ACTIVE' returning id`,
    [`${name}@bench.example`, name, role],
  );
  if (role === "PRACTITIONER")
    await client.query("update practitioners set account_id = $1 where id = $2", [rows[0].id, idOf("9a", 0)]);
  return rows[0].id;
}

async function ownerOf(client) {
  const contact = idOf("c2", OWNER);
  await client.query("update contacts set portal_allowed = true where id = $1", [contact]);
  const { rows } = await client.query(
    "insert into portal_logins (contact_id) values ($1) on conflict (contact_id) do update set username = null returning id",
    [contact],
  );
  return rows[0].id;
}

/** Cookies of an administrator (confirmed), staff, a practitioner and the owner of a client; nobody has none. */
export async function signEverybodyIn(client, secret) {
  const cookies = { nobody: "" };
  for (const person of STAFF) {
    const id = await accountOf(client, person);
    cookies[person[0]] = await cookieOf(client, { column: "account_id", id, secret });
  }
  const id = await ownerOf(client);
  cookies.owner = await cookieOf(client, { column: "portal_login_id", id, secret });
  return cookies;
}
