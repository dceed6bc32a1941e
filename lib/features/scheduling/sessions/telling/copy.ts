import type { Translate } from "@/lib/platform/i18n/translate";
import { formatDay, formatTimeRange } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { isPractitioner } from "./rules";
import type { Said, Taking, ToldSession } from "./schema";

export type Words = { t: Translate; locale: Locale };
type Times = { startsAt: Date; endsAt: Date };

/** "Tuesday, March 16, 2027, 6:00 – 7:00 PM CDT". */
function inZone({ startsAt, endsAt }: Times, zone: string, locale: Locale): string {
  const day = formatDay(startsAt, { locale, zone, style: "long" });
  return `${day}, ${formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true })}`;
}

const clockOf = ({ startsAt, endsAt }: Times, zone: string) =>
  `${formatDay(startsAt, { locale: "en", zone })} ${formatTimeRange(startsAt, endsAt, { locale: "en", zone })}`;

const isRemote = ({ type, meetingLink }: ToldSession) =>
  type === "Online" || type === "Telephone" || meetingLink !== null;

/** When it is, on both clocks where they differ: in person the place's first, from afar the reader's own first. */
export function whenLine({ session, taking }: Said, { t, locale }: Words, times: Times = session): string {
  const place = session.timeZone;
  const own = taking.timeZone ?? place;
  if (clockOf(times, own) === clockOf(times, place)) return inZone(times, place, locale);
  const [first, second] = isRemote(session) ? [own, place] : [place, own];
  const isSameDay =
    formatDay(times.startsAt, { locale, zone: first }) === formatDay(times.startsAt, { locale, zone: second });
  const other = isSameDay
    ? formatTimeRange(times.startsAt, times.endsAt, { locale, zone: second, showZone: true })
    : inZone(times, second, locale);
  const said = isRemote(session)
    ? t("calendar.mail.atCenter", { when: other, center: session.center.name })
    : t("calendar.mail.forYou", { when: other });
  return `${inZone(times, first, locale)} (${said})`;
}

/** Every session of a mail on a line of its own; a moved one with the time it had. */
export function whenLines(said: readonly Said[], words: Words): string {
  return said
    .map((one) => {
      const { told, startsAt } = one.session;
      const line = whenLine(one, words);
      if (one.letter !== "changed" || !told || told.startsAt.getTime() === startsAt.getTime()) return line;
      return `${line} – ${words.t("calendar.mail.before", { when: whenLine(one, words, told) })}`;
    })
    .join("\n");
}

/** Where people meet, a line for each thing to know. */
export function whereLines({ type, location, room, center, meetingLink }: ToldSession, { t }: Words): string {
  const at = location ?? [center.name, center.address].filter(Boolean).join(", ");
  const place =
    type === "Telephone" ? t("calendar.mail.telephone") : type === "Online" ? t("calendar.mail.online") : at;
  return [room ? `${place}, ${room}` : place, meetingLink].filter(Boolean).join("\n");
}

/** "Session with Pia Pratt · Acme Bakery" to whoever comes for a client; "Acme Bakery · Online" to who delivers it. */
export function titleOf({ type, service, practitioners }: ToldSession, taking: Taking, { t }: Words): string {
  const names = taking.clients.map(({ name }) => name).join(", ");
  const what = service ?? type;
  if (isPractitioner(taking)) return [names, what].filter(Boolean).join(" · ");
  const by = practitioners.map(({ name }) => name).join(", ");
  return [by ? t("calendar.with", { name: by }) : t("calendar.session"), names].filter(Boolean).join(" · ");
}
