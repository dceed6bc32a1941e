import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConvertedBanner } from "@/components/conversions/converted-banner";
import { RecordMarks } from "@/components/pins/record-marks";
import { ProspectOverview } from "@/components/prospects/prospect-overview";
import { ProspectShell } from "@/components/prospects/prospect-shell";
import { termValues } from "@/lib/features/clients/copy";
import { findRecordWork } from "@/lib/features/messages/record/queries";
import { findMarks } from "@/lib/features/pins/queries";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { findWonStage } from "@/lib/features/prospects/stages/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { streamItems } from "@/lib/features/stream/copy";
import { listStream } from "@/lib/features/stream/queries";
import { streamSearch } from "@/lib/features/stream/schema";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Prospect" };

export default async function ProspectPage({ params, searchParams }: PageProps<"/staff/prospects/[prospectId]">) {
  const actor = await admit("prospects.view");
  const prospect = await findProspect(actor, (await params).prospectId);
  if (!prospect) notFound();
  const subject = { kind: "prospect", id: prospect.id } as const;
  const { before } = streamSearch.parse(await searchParams);
  const [{ timeZone: zone }, terms] = await Promise.all([findSetting("organization"), findSetting("terminology")]);
  const [stream, work, marks, stage, words] = await Promise.all([
    listStream(actor, { about: subject, before }),
    findRecordWork(actor, subject, zone),
    findMarks(actor, subject),
    prospect.conversion && findWonStage(),
    pageWords(),
  ]);
  const can = { edit: actor.can("prospects.edit"), convert: actor.can("prospects.convert") };
  return (
    <ProspectShell prospect={prospect} values={termValues(terms)} can={can}>
      {can.edit && <ConvertedBanner prospect={prospect} stage={stage} />}
      <RecordMarks subject={subject} marks={marks} zone={zone} mayPin={can.edit} />
      <ProspectOverview
        {...{ prospect, work }}
        day={{ today: dayIn(zone, now()), zone, values: termValues(terms) }}
        stream={streamItems(stream, { words, now: now(), zone, locale: words.locale })}
        can={{ edit: can.edit, post: actor.can("messages.post") }}
      />
    </ProspectShell>
  );
}
