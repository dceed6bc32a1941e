import { formatDay, formatTimeRange } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { Clash } from "./schema";

/** The values a sentence about a clash names: who is taken, when, and with whom where the reader may know. */
export function clashValues(clash: Clash, { locale }: { locale: Locale }): Record<string, string> {
  const { startsAt, endsAt, timeZone: zone, name, others } = clash;
  const day = formatDay(startsAt, { locale, zone });
  const hours = formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true });
  return { name, when: `${day}, ${hours}`, others: others ?? "", told: others ? "yes" : "no" };
}

/** The field of the form that a clash belongs to. */
export const CLASH_FIELD = { practitioner: "practitionerIds", client: "clientIds", room: "room" } as const;
