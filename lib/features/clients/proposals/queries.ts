import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { PORTAL_FIELDS, type PortalField } from "@/lib/features/settings/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { actingOn } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { joinSql, sql } from "@/lib/values/sql";
import type { ProposalRow, WaitingProposal } from "./schema";

const PROPOSAL_PAGE = 50;

/** The column of each field; "addressLine1" is address_line1. */
const columnOf = (field: PortalField) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const HELD = joinSql(
  PORTAL_FIELDS.map((field) => sql`when ${field} then to_jsonb(clients) ->> ${columnOf(field)}`),
  " ",
);

const PROPOSAL = sql`p.id, p.field, p.old_value as "from", p.new_value as "to", (case p.field ${HELD} end) as now,
  p.contact_id as "contactId", p.contact_name as "contactName", p.proposed_at as "proposedAt"`;

/** What waits for a decision about one client, the oldest first; nothing for who may not decide. */
export async function listWaitingProposals(
  actor: AccountActor,
  { id, waitingProposals }: { id: string; waitingProposals: number },
): Promise<WaitingProposal[]> {
  if (waitingProposals === 0 || !actor.can("clients.edit")) return [];
  return rows<WaitingProposal>(sql`select ${PROPOSAL} from proposals p join clients on clients.id = p.client_id
    where p.client_id = ${id}::uuid and p.status = 'WAITING' and ${clientsVisibleTo(deciding(actor))} order by p.id`);
}

/** What waits for a decision about any client, the oldest first. */
export async function listProposals(actor: AccountActor, { page }: { page?: string }): Promise<Page<ProposalRow>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const [at] = cursor?.values ?? [];
  const beyond = isId(at) ? (backwards ? sql`p.id < ${at}::uuid` : sql`p.id > ${at}::uuid`) : sql`true`;
  const found = await rows<ProposalRow>(sql`select ${PROPOSAL}, clients.id as "clientId", clients.name as "clientName",
      clients.number as "clientNumber"
    from proposals p join clients on clients.id = p.client_id
    where p.status = 'WAITING' and ${beyond} and ${clientsVisibleTo(deciding(actor))}
    order by p.id ${backwards ? sql`desc` : sql`asc`} limit ${PROPOSAL_PAGE + 1}`);
  return pageOf(found, { size: PROPOSAL_PAGE, cursor, valuesOf: (row) => [row.id] });
}

/** How many wait, for who may decide. */
export async function countProposals(actor: AccountActor): Promise<number> {
  if (!actor.can("clients.edit")) return 0;
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from (
    select 1 from proposals p join clients on clients.id = p.client_id
    where p.status = 'WAITING' and ${clientsVisibleTo(deciding(actor))} limit 1000) waiting`);
  return found?.count ?? 0;
}

/** Who decides sees only clients they may edit. */
const deciding = (actor: AccountActor) => actingOn(actor, "clients", "edit");
