import "server-only";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { mailSessions, recordMailed } from "./commands";
import { findReaders, findToTell } from "./queries";
import { type Telling, whatToTell } from "./rules";
import type { Letter, Said, ToldSession } from "./schema";

/** "sessions.tell": mails what was planned, changed and called off, once its time of grace is over. */
export async function tellSessions(): Promise<void> {
  while (await inTransaction(tellGroup, { timeoutMs: 60_000 }));
}

/** One session, or everything of one series that is to be told. Answers whether there may be more. */
async function tellGroup(tx: Tx): Promise<boolean> {
  const group = await holdGroup(tx);
  if (!group) return false;
  const sessions = await findToTell(tx, group);
  const tellings = sessions.map((session) => ({ session, telling: whatToTell(session, now()) }));
  const said = await everythingSaid(tx, tellings);
  const mailed = [];
  for (const [key, letters] of byMail(said)) {
    const [{ session } = { session: null }] = letters;
    if (!session) continue;
    const source = `session:${session.id}:${session.sequence}:${key}`;
    mailed.push({ said: letters, subject: await mailSessions(tx, { said: letters, source }) });
  }
  await recordMailed(tx, mailed);
  for (const one of tellings) await rememberTold(tx, one);
  // One that nobody is left in was kept only until it was told.
  await execute(
    sql`delete from sessions s where s.id = any(${group}::uuid[]) and s.status = 'CANCELLED'
      and not exists (select from attendances a where a.session_id = s.id)`,
    tx,
  );
  return true;
}

/** Holds a group whose last change is old enough; null when there is none, or another worker has one just now. */
async function holdGroup(tx: Tx): Promise<string[] | null> {
  const [due] = await rows<{ ids: string[] }>(
    sql`select array_agg(id order by id) as ids from sessions where tell_at is not null
      group by coalesce(series_id, id) having max(tell_at) <= ${now()}::timestamptz order by min(tell_at), min(id::text) limit 1`,
    tx,
  );
  if (!due) return null;
  const held = await rows<{ id: string }>(
    sql`select id from sessions where id = any(${due.ids}::uuid[]) and tell_at <= ${now()}::timestamptz
      order by id for no key update skip locked`,
    tx,
  );
  return held.length === due.ids.length ? due.ids : null;
}

type Told = { session: ToldSession; telling: Telling };

/** Every word to everybody, with the number that each session's calendar entry has from now on. */
async function everythingSaid(tx: Tx, tellings: readonly Told[]): Promise<Said[]> {
  const gone = await findReaders(tx, [...new Set(tellings.flatMap(({ telling }) => telling.gone))]);
  return tellings.flatMap(({ session: before, telling }) => {
    const session = { ...before, sequence: sequenceAfter(before, telling) };
    const clients = before.parts.map(({ clientId: id, name }) => ({ id, name }));
    const cancelled = telling.gone.flatMap((key): Said[] => {
      const reader = gone.get(key);
      if (!reader) return [];
      const part = before.parts.filter(({ contacts }) => contacts.some((contact) => contact.key === key));
      const timeZone = reader.timeZone ?? part[0]?.timeZone ?? null;
      const own = key.startsWith("practitioner:") ? clients : part.map(({ clientId: id, name }) => ({ id, name }));
      const time = before.told ? { startsAt: before.told.startsAt, endsAt: before.told.endsAt } : {};
      const taking = { ...reader, timeZone, clients: own };
      return [{ session: { ...session, ...time }, letter: "cancelled", taking }];
    });
    return [...telling.said.map(({ letter, taking }): Said => ({ session, letter, taking })), ...cancelled];
  });
}

const isNews = ({ said, gone }: Telling) => said.length + gone.length > 0;

function sequenceAfter({ sequence, told }: ToldSession, telling: Telling): number {
  return told && isNews(telling) ? sequence + 1 : sequence;
}

/** What one person gets in one mail: everything that stands, or everything that is called off. */
function byMail(said: readonly Said[]): Map<string, Said[]> {
  const mails = new Map<string, Said[]>();
  const kind = (letter: Letter) => (letter === "cancelled" ? "cancel" : "request");
  for (const one of said) {
    const key = `${one.taking.key}:${kind(one.letter)}`;
    mails.set(key, [...(mails.get(key) ?? []), one]);
  }
  return mails;
}

async function rememberTold(tx: Tx, { session, telling }: Told): Promise<void> {
  const { id, startsAt, endsAt, told } = session;
  const knows = {
    ...{ at: isoOf(now()), startsAt: isoOf(startsAt), endsAt: isoOf(endsAt), to: telling.to },
    reminded: told?.startsAt.getTime() === startsAt.getTime() ? told.reminded : [],
  };
  const after = isNews(telling) ? JSON.stringify(knows) : told && JSON.stringify(told);
  await execute(
    sql`update sessions set tell_at = null, told = ${after}::jsonb, sequence = ${sequenceAfter(session, telling)}
      where id = ${id}::uuid`,
    tx,
  );
}
