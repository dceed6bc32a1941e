import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SessionRecord } from "@/components/scheduling/session-record";
import { termValues } from "@/lib/features/clients/copy";
import { findSessionChoices } from "@/lib/features/scheduling/sessions/queries";
import { findSession } from "@/lib/features/scheduling/sessions/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { streamItems } from "@/lib/features/stream/copy";
import { listStream } from "@/lib/features/stream/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Session" };

export default async function SessionPage({ params }: PageProps<"/staff/sessions/[sessionId]">) {
  const actor = await admit("sessions.view");
  const session = await findSession(actor, (await params).sessionId);
  if (!session) notFound();
  const [stream, choices, terms, words] = await Promise.all([
    listStream(actor, { about: { kind: "session", id: session.id } }),
    findSessionChoices(actor),
    findSetting("terminology"),
    pageWords(),
  ]);
  const at = now();
  return (
    <SessionRecord
      session={session}
      funding={choices.fundingSources}
      stream={streamItems(stream, { words, now: at, zone: session.timeZone, locale: words.locale })}
      values={termValues(terms)}
      mayChange={session.mine && actor.can("sessions.edit")}
      begun={session.startsAt <= at}
    />
  );
}
