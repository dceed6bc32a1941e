import { formatDateTime, formatRelative } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";
import { fullName, type PersonName } from "@/lib/values/person-name";
import type { MailingStatus } from "./schema";

type Zoned = { now: Date; zone: string };

/** A moment as lists show it: how long ago, with the exact time behind. */
export function momentWords(at: Date, { now, zone }: Zoned): { text: string; exact: string; iso: string } {
  return {
    text: formatRelative(at, now, { locale: "en" }),
    exact: formatDateTime(at, { locale: "en", zone, showZone: true }),
    iso: isoOf(at),
  };
}

/** The exact time, or nothing where there is none. */
export function exactWords(at: Date | null, zone: string): string {
  return at ? formatDateTime(at, { locale: "en", zone }) : "";
}

type Sent = { id: string; subject: string; status: MailingStatus; sentAt: Date | null; sender: PersonName };

/** What stands at the head of a mailing that was sent off. */
export function mailingHeadline({ id, subject, status, sentAt, sender }: Sent, zone: string) {
  return { id, subject, status, sender: fullName(sender), when: exactWords(sentAt, zone) };
}
