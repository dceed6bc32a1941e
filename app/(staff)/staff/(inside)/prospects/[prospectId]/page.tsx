import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConvertedBanner } from "@/components/conversions/converted-banner";
import { RecordMarks } from "@/components/pins/record-marks";
import { ProspectOverview } from "@/components/prospects/prospect-overview";
import { ProspectShell } from "@/components/prospects/prospect-shell";
import { termValues } from "@/lib/features/clients/copy";
import { findMarks } from "@/lib/features/pins/queries";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { findWonStage } from "@/lib/features/prospects/stages/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { streamItem } from "@/lib/features/stream/copy";
import { listStream } from "@/lib/features/stream/queries";
import { streamSearch } from "@/lib/features/stream/schema";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";
import { dayIn } from "@/lib/values/date";

export const metadata: Metadata = { title: "Prospect" };

export default async function ProspectPage({ params, searchParams }: PageProps<"/staff/prospects/[prospectId]">) {
  const actor = await admit("prospects.view");
  const prospect = await findProspect(actor, (await params).prospectId);
  if (!prospect) notFound();
  const { before } = streamSearch.parse(await searchParams);
  const [stream, marks, stage, terms, { timeZone: zone }, words] = await Promise.all([
    listStream(actor, { about: { kind: "prospect", id: prospect.id }, before }),
    findMarks(actor, { kind: "prospect", id: prospect.id }),
    prospect.conversion && findWonStage(),
    findSetting("terminology"),
    findSetting("organization"),
    pageWords(),
  ]);
  const items = stream.rows.map((line) => streamItem(line, { words, now: now(), zone, locale: words.locale }));
  const can = { edit: actor.can("prospects.edit"), convert: actor.can("prospects.convert") };
  const values = termValues(terms);
  const day = { today: dayIn(zone, now()), zone, values };
  return (
    <ProspectShell prospect={prospect} values={values} can={can}>
      {can.edit && <ConvertedBanner prospect={prospect} stage={stage} />}
      <RecordMarks subject={{ kind: "prospect", id: prospect.id }} marks={marks} zone={zone} mayPin={can.edit} />
      <ProspectOverview prospect={prospect} day={day} stream={{ items, older: stream.next }} mayEdit={can.edit} />
    </ProspectShell>
  );
}
