import { formatDateTime, formatDay, formatRelative } from "@/lib/values/format";
import type { KeyRow } from "./schema";

/** A key in words. */
export type KeyItem = Pick<KeyRow, "id" | "name" | "hint" | "scopes" | "madeBy" | "state"> & {
  made: string;
  expires: string;
  used: string | null;
};

export function keyItem(key: KeyRow, { now, zone }: { now: Date; zone: string }): KeyItem {
  const { createdAt, expiresAt, lastUsedAt, ...rest } = key;
  return {
    ...rest,
    made: formatDay(createdAt, { locale: "en", zone }),
    expires: formatDateTime(expiresAt, { locale: "en", zone }),
    used: lastUsedAt && formatRelative(lastUsedAt, now, { locale: "en" }),
  };
}

/** What a developer pastes first. */
export const sampleCall = (origin: string, path: string) =>
  `curl -H "Authorization: Bearer caseload_…" ${origin}${path}?limit=5`;
