import { formatDateTime, formatRelative } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { AccountRow } from "./schema";

export const ACCOUNT_ROLES = ["STAFF", "PRACTITIONER", "ADMINISTRATOR"] as const;

type Context = { now: Date; zone: string; locale: Locale };

/** An account as lists show it. */
export function accountItem<Row extends AccountRow>(
  { lastSignInAt, createdAt: _, ...account }: Row,
  { now, locale }: Context,
) {
  return { ...account, lastSignIn: lastSignInAt && formatRelative(lastSignInAt, now, { locale }) };
}

/** When an account was made, to the minute. */
export function madeAt(at: Date, { zone, locale }: Context): string {
  return formatDateTime(at, { locale, zone, showZone: true });
}
