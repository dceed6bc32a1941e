import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MessagesPanel } from "@/components/messages/messages-panel";
import { ProspectShell } from "@/components/prospects/prospect-shell";
import { termValues } from "@/lib/features/clients/copy";
import { messageItem } from "@/lib/features/messages/copy";
import { listMessages } from "@/lib/features/messages/queries";
import { messageSearch } from "@/lib/features/messages/schema";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Messages" };

export default async function ProspectMessagesPage(props: PageProps<"/staff/prospects/[prospectId]/messages">) {
  const actor = await admit("messages.view");
  const prospect = await findProspect(actor, (await props.params).prospectId);
  if (!prospect) notFound();
  const subject = { kind: "prospect", id: prospect.id } as const;
  const { before } = messageSearch.parse(await props.searchParams);
  const [page, terms, { timeZone: zone }] = await Promise.all([
    listMessages(actor, subject, { before }),
    findSetting("terminology"),
    findSetting("organization"),
  ]);
  const context = { now: now(), zone: zone, locale: "en" } as const;
  const can = { edit: actor.can("prospects.edit"), convert: actor.can("prospects.convert") };
  const values = termValues(terms);
  return (
    <ProspectShell prospect={prospect} values={values} can={can}>
      <MessagesPanel
        subject={subject}
        messages={page.rows.map((row) => messageItem(row, context))}
        older={page.next}
        mayPost={actor.can("messages.post")}
        values={values}
      />
    </ProspectShell>
  );
}
