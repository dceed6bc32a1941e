import "server-only";
import { about } from "@/lib/features/scheduling/waiting/offers/commands";
import { offeredWhen, untilWords } from "@/lib/features/scheduling/waiting/offers/copy";
import type { Candidate, FreedSlot, OfferReader } from "@/lib/features/scheduling/waiting/offers/schema";
import { systemLetter } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { newId } from "@/lib/values/id";
import type { Instant, InstantRange } from "@/lib/values/instant";

type Offering = { slot: FreedSlot; candidate: Candidate; range: InstantRange; expiresAt: Instant; alone: boolean };

/** Offers a freed time to one client: in the portal and by mail to everybody who acts for them. */
export async function makeOffer(tx: Tx, actor: Actor, offering: Offering): Promise<void> {
  const { slot, candidate, range, expiresAt, alone } = offering;
  const id = newId();
  const data = { id, slotId: slot.id, waitId: candidate.waitId, alone, endsAt: range.end, createdAt: now(), expiresAt };
  await tx.slotOffer.create({ data, select: { id: true } });
  for (const reader of candidate.readers) await mailOffer(tx, id, { ...offering, reader });
  const { clientId, timeZone, readers } = candidate;
  const when = { startsAt: range.start, endsAt: range.end, timeZone };
  const said = about({ clientId, practitionerName: slot.practitionerName, ...when });
  const until = untilWords(expiresAt, { locale: "en", zone: timeZone });
  const to = readers.map(({ name }) => name).join(", ");
  await record(tx, actor, { kind: "session.slot-offered", ...said, data: { ...said.data, until, to } });
}

async function mailOffer(tx: Tx, offerId: string, offering: Offering & { reader: OfferReader }): Promise<void> {
  const { slot, candidate, range, expiresAt, reader } = offering;
  const t = await translatorFor(reader.language);
  const words = { t, locale: t.locale };
  const { timeZone, ownTimeZone, clientName, service } = candidate;
  const title = [t("calendar.with", { name: slot.practitionerName }), service?.name, clientName];
  const values = {
    READER_FIRST_NAME: reader.firstName,
    SESSION_TITLE: title.filter(Boolean).join(" · "),
    SESSION_WHEN: offeredWhen({ startsAt: range.start, endsAt: range.end, timeZone, ownTimeZone }, words),
    SESSION_WHERE: [slot.center.name, slot.center.address].filter(Boolean).join(", "),
    OFFER_UNTIL: untilWords(expiresAt, { locale: t.locale, zone: ownTimeZone }),
    LINK: new URL(paths.portal.waiting, env().APP_ORIGIN).href,
  };
  const letter = { key: "slot-offered" as const, language: reader.language, values, centerId: slot.center.id };
  const written = await systemLetter(tx, letter);
  const to = { email: reader.email, name: reader.name };
  await queueMail(tx, { source: `slot-offer:${offerId}`, to, priority: MAIL_PRIORITY.single, ...written });
}
