import { formatDateTime, formatRelative } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import type { MessageRow } from "./schema";

/** A message with its time in words. */
export function messageItem(message: MessageRow, { now, zone, locale }: { now: Date; zone: string; locale: Locale }) {
  const { postedAt, ...rest } = message;
  return {
    ...rest,
    when: {
      text: formatRelative(postedAt, now, { locale }),
      exact: formatDateTime(postedAt, { locale, zone, showZone: true }),
      iso: isoOf(postedAt),
    },
  };
}
export type MessageItem = ReturnType<typeof messageItem>;
