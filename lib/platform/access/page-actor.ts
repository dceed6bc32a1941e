import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { activeClientsOf } from "./active-clients";
import { type AccountActor, type Actor, actorFrom, type ContactActor, type ContactClient, centersSeen } from "./actor";
import { currentActor } from "./current-actor";

/** Nobody's sign-in: who only looks has none in the portal. */
const NO_LOGIN = "00000000-0000-0000-0000-000000000000";

/** Whether the page that is asked for is one of the portal. */
async function isPortalPage(): Promise<boolean> {
  const path = (await headers()).get("x-path") ?? "";
  return !/^\/(staff|api)(\/|$|\?)/.test(path);
}

/** Whether the person only looks at the portal as somebody else: nothing may be done there. */
export async function onlyLooks(actor: Actor): Promise<boolean> {
  return actor.kind === "account" && Boolean(actor.viewingContactId) && (await isPortalPage());
}

/**
 * For whom a page is shown: who asks, or in the portal the contact whose sight of it a member of staff wants to see. Only
 * pages are shown so; every action and every download still asks who really is there.
 */
export const pageActor = cache(async (): Promise<Actor> => {
  const actor = await currentActor();
  if (actor.kind !== "account" || actor.lacksSecondFactor) return actor;
  if (!actor.viewingContactId || !(await isPortalPage())) return actor;
  return (await contactSeenBy(actor, actor.viewingContactId)) ?? actor;
});

type Seen = { name: string; language: string; clients: ContactClient[] };

/** The contact with those of their clients that this account sees itself; null when they could not enter. */
async function contactSeenBy(account: AccountActor, contactId: string): Promise<ContactActor | null> {
  const centers = centersSeen(account, "clients");
  const here = centers ? sql`and c.center_id = any(${centers}::uuid[])` : sql``;
  const [seen] = await rows<Seen>(sql`select k.first_name || ' ' || k.last_name as name, k.language, served.clients
    from contacts k cross join lateral (
      select jsonb_agg(jsonb_build_object('clientId', c.id, 'centerId', c.center_id, 'isOwner', r.is_owner,
        'isPrimary', r.is_primary, 'isGuardian', r.is_guardian) order by r.is_primary desc, c.name, c.id) as clients
      ${activeClientsOf("k.id", { at: now() })} ${here}
    ) served
    where k.id = ${contactId}::uuid and k.deleted_at is null and k.portal_allowed and served.clients is not null`);
  if (!seen) return null;
  const { requestId, ip, signInId, name: viewer } = account;
  const login = { contactId, portalLoginId: NO_LOGIN, signInId, viewer };
  return actorFrom<ContactActor>({ kind: "contact", role: "contact", requestId, ip, ...login, ...seen });
}
