import "server-only";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { inCentersSeen, whereCentersSeen } from "@/lib/platform/access/centers-seen";
import { localDateOf } from "@/lib/platform/db/columns";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import { standingOf } from "./rules";
import type { AgreementStanding, SignatureRow } from "./schema";
import { agreementsVisibleTo } from "./scope";

const SIGNATURE = {
  id: true,
  clientId: true,
  method: true,
  signerName: true,
  signedAt: true,
  signedOn: true,
  verificationCode: true,
  pdfFileId: true,
  scanFileId: true,
  voidedAt: true,
  agreementVersion: { select: { number: true, title: true } },
} as const;

type Selected = Awaited<ReturnType<typeof readSignatures>>[number];

function readSignatures(where: { clientId: { in: string[] } }) {
  return db.signature.findMany({
    where,
    orderBy: [{ signedAt: "desc" }, { id: "desc" }],
    take: 1_000,
    select: SIGNATURE,
  });
}

function signatureRow({ agreementVersion, pdfFileId, scanFileId, voidedAt, ...row }: Selected): SignatureRow {
  const hasCopy = row.method === "ELECTRONIC" || pdfFileId !== null || scanFileId !== null;
  return { ...row, signedOn: localDateOf(row.signedOn), version: agreementVersion, hasCopy, voided: voidedAt !== null };
}

/** What the agreement card of a client shows staff; voided signatures only count among all of them. */
export type AgreementState = {
  clientId: string;
  standing: AgreementStanding;
  signature: Pick<SignatureRow, "id" | "signerName" | "signedOn" | "method"> | null;
  count: number;
};

/** Where one client's agreement stands, in one query; null when the client is not there for this person. */
export async function findAgreementState(actor: AccountActor, clientId: string): Promise<AgreementState | null> {
  if (!actor.can("agreements.view") || !isId(clientId)) return null;
  type Found = Pick<AgreementState, "signature" | "count"> & { versions: (number | null)[]; inForce: number[] };
  const [found] = await rows<Found>(sql`
      select agreement_numbers_in_force(c.center_id) as "inForce", count(g.id)::int as count,
        coalesce(jsonb_agg(v.number) filter (where g.id is not null and g.voided_at is null), '[]'::jsonb) as versions,
        (select jsonb_build_object('id', n.id, 'signerName', n.signer_name, 'signedOn', n.signed_on, 'method', n.method)
          from signatures n where n.client_id = c.id and n.voided_at is null
          order by n.signed_at desc, n.id desc limit 1) as signature
      from clients c
      left join signatures g on g.client_id = c.id
      left join agreement_versions v on v.id = g.agreement_version_id
      where c.id = ${clientId}::uuid and c.deleted_at is null
        and ${inCentersSeen(actor, "clients", sql`c.center_id`)} and ${inCentersSeen(actor, "agreements", sql`c.center_id`)}
      group by c.id`);
  if (!found) return null;
  const { versions, inForce, ...state } = found;
  return { clientId, standing: standingOf(versions, inForce), ...state };
}

/** A client with all its signatures and the contacts who could have signed a paper. */
export type AgreementPage = {
  clientId: string;
  clientName: string;
  timeZone: string;
  signatures: SignatureRow[];
  contacts: { id: string; name: string }[];
};

/** Everything about one client's agreement, for staff. */
export async function findAgreementPage(actor: AccountActor, clientId: string): Promise<AgreementPage | null> {
  if (!actor.can("agreements.view") || !isId(clientId)) return null;
  const client = await db.client.findFirst({
    where: {
      AND: [
        { id: clientId, deletedAt: null },
        whereCentersSeen(actor, "clients"),
        whereCentersSeen(actor, "agreements"),
      ],
    },
    select: {
      name: true,
      center: { select: { timeZone: true } },
      relationships: {
        where: { contact: { deletedAt: null } },
        orderBy: [{ isPrimary: "desc" }, { createdAt: "asc" }],
        select: { contact: { select: { id: true, firstName: true, lastName: true } } },
      },
    },
  });
  if (!client) return null;
  const signatures = await readSignatures({ clientId: { in: [clientId] } });
  return {
    clientId,
    clientName: client.name,
    timeZone: client.center.timeZone,
    signatures: signatures.map(signatureRow),
    contacts: client.relationships.map(({ contact }) => ({ id: contact.id, name: fullName(contact) })),
  };
}

/** A signature whose copy the person may read; null for a stranger's exactly as for an unknown one. */
export async function findSignature(actor: Actor, signatureId: string, tx: Tx = db) {
  if (!isId(signatureId)) return null;
  return tx.signature.findFirst({
    where: { AND: [{ id: signatureId }, agreementsVisibleTo(actor)] },
    select: {
      id: true,
      clientId: true,
      method: true,
      pdfFileId: true,
      scanFileId: true,
      client: { select: { name: true } },
    },
  });
}
