import { formatDateTime, formatRelative } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { OwnSignIn } from "./schema";

type Context = { now: Date; zone: string; locale: Locale };

/** A sign-in as lists show it, its times in words. */
export function signInItem({ createdAt, lastSeenAt, ...signIn }: OwnSignIn, { now, zone, locale }: Context) {
  return {
    ...signIn,
    since: formatDateTime(createdAt, { locale, zone, showZone: true }),
    seen: formatRelative(lastSeenAt, now, { locale }),
  };
}
