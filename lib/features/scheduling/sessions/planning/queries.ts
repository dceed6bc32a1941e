import "server-only";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { BookedClient, NamedPerson } from "./schema";

/** Those of the clients that the person may put into a session, in the order of their ids. */
export function findBookedClients(actor: Actor, ids: readonly string[], tx?: Tx): Promise<BookedClient[]> {
  return rows<BookedClient>(
    sql`select clients.id, clients.name, clients.kind::text as kind, clients.center_id as "centerId", ce.time_zone as "timeZone",
        jsonb_build_object('name', s.name, 'standing', s.standing, 'blocksSessions', s.blocks_sessions) as status
      from clients join client_statuses s on s.id = clients.status_id join centers ce on ce.id = clients.center_id
      where clients.id = any(${[...ids]}::uuid[]) and ${sessionsOfClientsSeen(actor)} order by clients.id`,
    tx,
  );
}

/** Those of the practitioners who work here, in the order of their ids. */
export function findWorking(_actor: Actor, ids: readonly string[], tx?: Tx): Promise<NamedPerson[]> {
  return rows<NamedPerson>(
    sql`select id, first_name || ' ' || last_name as name from practitioners
      where id = any(${[...ids]}::uuid[]) and status = 'ACTIVE' order by id`,
    tx,
  );
}
