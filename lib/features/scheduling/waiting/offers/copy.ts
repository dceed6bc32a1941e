import type { Translate } from "@/lib/platform/i18n/translate";
import { formatDateTime, formatDay, formatTimeRange } from "@/lib/values/format";
import type { Instant } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";

type Words = { t: Translate; locale: Locale };
type Times = { startsAt: Instant; endsAt: Instant; timeZone: string; ownTimeZone: string };

/** "Tuesday, March 16, 2027, 6:00 – 7:00 PM CDT", and on the reader's own clock where that differs. */
export function offeredWhen({ startsAt, endsAt, timeZone, ownTimeZone }: Times, { t, locale }: Words): string {
  const inZone = (zone: string) =>
    `${formatDay(startsAt, { locale, zone, style: "long" })}, ${formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true })}`;
  const plain = (zone: string) => formatDateTime(startsAt, { locale, zone });
  if (plain(timeZone) === plain(ownTimeZone)) return inZone(timeZone);
  return `${inZone(timeZone)} (${t("calendar.mail.forYou", { when: inZone(ownTimeZone) })})`;
}

/** "Tuesday, March 16, 2027, 6:00 PM CDT". */
export function untilWords(expiresAt: Instant, { locale, zone }: { locale: Locale; zone: string }): string {
  return formatDateTime(expiresAt, { locale, zone, showZone: true });
}
