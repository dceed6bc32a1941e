import "server-only";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import type { DuplicateCount } from "@/lib/features/merges/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { tokenHash } from "@/lib/platform/access/tokens";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { emailKey } from "@/lib/values/email-address";
import { sql } from "@/lib/values/sql";
import { walkGroups } from "./groups/queries";
import { clashKey, PEOPLE_SHOWN } from "./rules";
import type { DuplicateGroup, DuplicatePerson, DuplicatesSearch, Reason } from "./schema";

export const GROUPS_PER_PAGE = 25;
/** Beyond so many groups the figure would say no more, and counting would cost. */
const COUNTED = 200;

/** One page of groups that may each be one person. */
export async function listDuplicates(actor: Actor, { reason, page }: DuplicatesSearch): Promise<Page<DuplicateGroup>> {
  const cursor = decodeCursor(page);
  const found = await walkGroups(actor, reason, { cursor, limit: GROUPS_PER_PAGE + 1 });
  const { rows: groups, ...ways } = pageOf(found, { size: GROUPS_PER_PAGE, cursor, valuesOf: ({ place }) => place });
  const shown = groups.map((group) => ({ ...group, first: group.ids.slice(0, PEOPLE_SHOWN) }));
  const people = await listPeople(
    actor,
    shown.flatMap(({ first }) => first),
  );
  const blocked = await listBlocked([...people.values()]);
  return {
    ...ways,
    rows: shown.map(({ shared, ids, first }) => {
      const members = first.flatMap((id) => people.get(id) ?? []);
      return { shared, size: ids.length, people: members, blocked: members.some(({ id }) => blocked.has(id)) };
    }),
  };
}

/** How many groups a reason makes, how many people are in them, and how many in the largest. */
export async function countDuplicates(actor: Actor, reason: Reason): Promise<DuplicateCount> {
  const found = await walkGroups(actor, reason, { cursor: null, limit: COUNTED + 1 });
  const counted = found.slice(0, COUNTED);
  return {
    groups: counted.length,
    people: new Set(counted.flatMap(({ ids }) => ids)).size,
    largest: counted.reduce((most, { ids }) => Math.max(most, ids.length), 0),
    more: found.length > COUNTED,
  };
}

async function listPeople(actor: Actor, ids: readonly string[]): Promise<Map<string, DuplicatePerson>> {
  if (ids.length === 0) return new Map();
  const found = await rows<DuplicatePerson>(sql`
    select contacts.id, contacts.first_name || ' ' || contacts.last_name as name, contacts.email::text as email, contacts.phone,
      array(select e.email::text from contact_emails e where e.contact_id = contacts.id order by e.email) as "otherEmails",
      exists (select 1 from portal_logins l where l.contact_id = contacts.id) as "hasLogin",
      coalesce(served.list, '[]'::jsonb) as clients, coalesce(served.count, 0)::int as "clientCount"
    from contacts
    left join lateral (
      select count(*) as count, jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', r.title)
        order by c.name, c.id) filter (where r.place <= 3) as list
      from (select r.*, row_number() over (order by r.created_at, r.id) as place
        from relationships r where r.contact_id = contacts.id) r
      join clients c on c.id = r.client_id and c.deleted_at is null
    ) served on true
    where contacts.id = any(${[...new Set(ids)]}::uuid[]) and ${contactsVisibleTo(actor)}`);
  return new Map(found.map((person) => [person.id, person]));
}

/** Who of these has an address by which somebody asked for a passcode in vain, with the task still open. */
async function listBlocked(people: readonly DuplicatePerson[]): Promise<Set<string>> {
  const keysOf = ({ email, otherEmails }: DuplicatePerson) =>
    [...(email ? [email] : []), ...otherEmails].map((address) => clashKey(tokenHash(emailKey(address))));
  const keys = people.flatMap(keysOf);
  if (keys.length === 0) return new Set();
  const open = await db.task.findMany({
    where: { dedupeKey: { in: keys }, doneAt: null },
    select: { dedupeKey: true },
  });
  const clashes = new Set(open.map(({ dedupeKey }) => dedupeKey));
  return new Set(people.filter((person) => keysOf(person).some((key) => clashes.has(key))).map(({ id }) => id));
}
