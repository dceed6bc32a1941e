import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { type MadeClient, madeFacts } from "./schema";

type Found = Omit<MadeClient, "made"> & { made: unknown };

/** A client that was made one here, with what came to hang on it since; null where it never was a pre-client. */
export async function findMadeClient(actor: Actor, clientId: string, tx?: Tx): Promise<MadeClient | null> {
  if (!isId(clientId)) return null;
  const [found] = await rows<Found>(
    sql`select clients.id, clients.name, clients.number, clients.kind::text as kind, h.data as made,
      (select count(*)::int from attendances a join sessions s on s.id = a.session_id
        where a.client_id = clients.id and s.created_at > h.at) as sessions,
      (select count(*)::int from attendances a join sessions s on s.id = a.session_id
        where a.client_id = clients.id and s.created_at <= h.at and a.reportable) as reportable,
      (select count(*)::int from signatures g where g.client_id = clients.id and g.created_at > h.at) as agreements,
      (select count(*)::int from invoices i where i.client_id = clients.id and i.created_at > h.at) as invoices,
      (select count(*)::int from payments p where p.client_id = clients.id and p.created_at > h.at) as payments
    from clients
    join lateral (
      select e.at, e.data from history e
      where e.subject_kind = 'client' and e.subject_id = clients.id and e.kind = 'client.made'
      order by e.at desc, e.id desc limit 1
    ) h on true
    where clients.id = ${clientId}::uuid and ${clientsVisibleTo(actor)}`,
    tx,
  );
  return found ? { ...found, made: madeFacts.parse(found.made) } : null;
}
