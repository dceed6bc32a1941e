import { formatDateTime } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { FutureSession } from "./schema";

/** A session to come as lists show it. */
export function futureSessionItem({ startsAt, timeZone, ...session }: FutureSession, { locale }: { locale: Locale }) {
  return { ...session, when: formatDateTime(startsAt, { locale, zone: timeZone, showZone: true }) };
}
export type FutureSessionItem = ReturnType<typeof futureSessionItem>;
