import type { Metadata } from "next";
import { AuditList } from "@/components/audit/audit-list";
import { auditLine, happenedChoices } from "@/lib/features/audit/copy";
import { listAudit, listAuditPeople } from "@/lib/features/audit/queries";
import { auditSearch } from "@/lib/features/audit/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: PageProps<"/staff/admin/audit">) {
  const actor = await admit("audit.view");
  const search = auditSearch.parse(await searchParams);
  const [found, people, { timeZone: zone }, words] = await Promise.all([
    listAudit(actor, search),
    listAuditPeople(actor),
    findSetting("organization"),
    pageWords(),
  ]);
  const context = { words, now: now(), zone, locale: words.locale };
  return (
    <AuditList
      page={{ ...found, rows: found.rows.map((entry) => auditLine(entry, context)) }}
      search={search}
      choices={{ people, kinds: happenedChoices(words) }}
      mayExport={actor.answer("audit.export") !== "no"}
    />
  );
}
