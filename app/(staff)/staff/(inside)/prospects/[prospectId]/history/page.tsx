import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FieldHistoryCard } from "@/components/history/field-history-card";
import { ProspectShell } from "@/components/prospects/prospect-shell";
import { termValues } from "@/lib/features/clients/copy";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { restoreProspectValueAction } from "@/lib/features/prospects/restoring/actions";
import { RESTORABLE } from "@/lib/features/prospects/restoring/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { changeRows } from "@/lib/features/stream/changes/copy";
import { listChanges } from "@/lib/features/stream/changes/queries";
import { streamSearch } from "@/lib/features/stream/schema";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "History" };

export default async function ProspectHistoryPage(props: PageProps<"/staff/prospects/[prospectId]/history">) {
  const actor = await admit("prospects.edit");
  const prospect = await findProspect(actor, (await props.params).prospectId);
  if (!prospect) notFound();
  const { before } = streamSearch.parse(await props.searchParams);
  const { id, version, name } = prospect;
  const [changes, { timeZone: zone }, terms, words] = await Promise.all([
    listChanges(actor, { kind: "prospect", id, before }),
    findSetting("organization"),
    findSetting("terminology"),
    pageWords(),
  ]);
  const context = { words, now: now(), zone, locale: words.locale };
  return (
    <ProspectShell
      prospect={prospect}
      values={termValues(terms)}
      can={{ edit: true, convert: actor.can("prospects.convert") }}
    >
      <FieldHistoryCard
        record={{ idField: "prospectId", id, version, name }}
        rows={changes.rows.flatMap((change) => changeRows(change, context))}
        older={changes.next}
        restore={{ action: restoreProspectValueAction, fields: RESTORABLE }}
      />
    </ProspectShell>
  );
}
