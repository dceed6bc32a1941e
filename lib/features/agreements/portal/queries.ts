import "server-only";
import { maySign, standingOf, textFor } from "@/lib/features/agreements/rules";
import type { AgreementText, PortalAgreement, SignatureRow } from "@/lib/features/agreements/schema";
import type { ContactActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { type Instant, instantOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";

/** Dates as JSON writes them. */
type Written<Row, Dates extends keyof Row> = Omit<Row, Dates> & Record<Dates, string>;

type FoundClient = {
  id: string;
  name: string;
  timeZone: string;
  signers: string[];
  /** Numbers of the texts of signatures that count, null for a text that is not held here; the newest first. */
  signed: (number | null)[];
  signature: Written<SignatureRow, "signedAt"> | null;
  /** The number of the text that it signs now. */
  current: number | null;
  /** The numbers a signature of which is as good as one of that. */
  inForce: number[];
};

type Found = { texts: Written<AgreementText, "publishedAt">[]; clients: FoundClient[] };

/** Where the agreement of each of the contact's clients stands, and the texts that they sign now. */
export type PortalAgreements = { texts: AgreementText[]; agreements: PortalAgreement[] };

/** Every client the contact acts for: where its agreement stands, or who may sign where the contact may not. */
export async function findPortalAgreements(actor: ContactActor): Promise<PortalAgreements> {
  const ids = actor.clients.map(({ clientId }) => clientId);
  const own = actor.clients.filter(maySign).map(({ clientId }) => clientId);
  const { texts, clients } = await read({ ids, own });
  const agreements = actor.clients.flatMap((relation) => {
    const client = clients.find(({ id }) => id === relation.clientId);
    if (!client) return [];
    const { id, name, signed, signature, current, inForce, ...rest } = client;
    const text = textFor(
      texts.filter(({ number }) => number === current),
      actor.language,
    );
    const row = signature && { ...signature, signedAt: instantIn(signature.signedAt) };
    const standing = standingOf(signed, inForce);
    const own = { clientId: id, clientName: name, maySign: maySign(relation), textId: text?.id ?? null };
    return { ...rest, ...own, standing, signature: row };
  });
  return { texts: texts.map((text) => ({ ...text, publishedAt: instantIn(text.publishedAt) })), agreements };
}

const instantIn = (text: string): Instant => instantOf(Date.parse(text));

/** Texts, clients and signatures in one question. */
async function read({ ids, own }: { ids: string[]; own: string[] }): Promise<Found> {
  const [found] = await rows<Found>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'language', v.language, 'title', v.title,
          'body', v.body, 'textSha256', v.text_sha256, 'publishedAt', v.published_at) order by v.language), '[]'::jsonb)
        from agreement_versions v where v.number in (select current_agreement_number(t.center_id) from clients t
          where t.id = any(${ids}::uuid[]))) as texts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'timeZone', ce.time_zone,
          'current', current_agreement_number(c.center_id),
          'inForce', agreement_numbers_in_force(c.center_id), 'signers', people.names, 'signed', counting.numbers, 'signature', counting.rows -> 0)), '[]'::jsonb)
        from clients c
        join centers ce on ce.id = c.center_id
        cross join lateral (
          select coalesce(jsonb_agg(k.first_name || ' ' || k.last_name order by r.is_primary desc, r.created_at), '[]'::jsonb) as names
          from relationships r join contacts k on k.id = r.contact_id and k.deleted_at is null
          where r.client_id = c.id and (r.is_owner or r.is_primary or r.is_guardian)
        ) people
        cross join lateral (
          select coalesce(jsonb_agg(v.number order by g.signed_at desc, g.id desc), '[]'::jsonb) as numbers,
            coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'method', g.method, 'signerName', g.signer_name,
              'signedAt', g.signed_at, 'signedOn', g.signed_on, 'verificationCode', g.verification_code, 'voided', false,
              'hasCopy', g.method = 'ELECTRONIC' or g.pdf_file_id is not null or g.scan_file_id is not null,
              'version', case when v.id is not null then jsonb_build_object('number', v.number, 'title', v.title) end)
              order by g.signed_at desc, g.id desc), '[]'::jsonb) as rows
          from signatures g left join agreement_versions v on v.id = g.agreement_version_id
          where g.client_id = c.id and g.client_id = any(${own}::uuid[]) and g.voided_at is null
        ) counting
        where c.id = any(${ids}::uuid[])) as clients`);
  return found ?? { texts: [], clients: [] };
}
