import { isBefore } from "@/lib/values/instant";
import type { Grants, KeyRow } from "./schema";

type Facts = { revokedAt: Date | null; expiresAt: Date; owner: { status: string; role: string } };

/** Whether a key still opens anything. Who made it answers for it: it ends with their account and with their role. */
export function stateOf({ revokedAt, expiresAt, owner }: Facts, at: Date): KeyRow["state"] {
  if (revokedAt) return "revoked";
  if (owner.status !== "ACTIVE" || owner.role !== "ADMINISTRATOR") return "ownerGone";
  return isBefore(at, expiresAt) ? "active" : "expired";
}

/** `clients:read`, for each resource that a key reads. */
export const scopesOf = (granted: Grants): string[] => Object.keys(granted).map((resource) => `${resource}:read`);

/** A key that stands in a web page is read by everybody: it may open nothing but what is public anyway. */
export function mayStandInPages(granted: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.keys(granted).every((resource) => resource === "testimonials");
}

const NAMES_OF_KEYS = new Set(["key", "api_key", "apikey", "api-key", "token", "access_token", "authorization"]);

/** Whether an address carries a key: such addresses end up in logs and histories, so they are refused. */
export function carriesKey(parameters: URLSearchParams): boolean {
  return [...parameters].some(([name, value]) => NAMES_OF_KEYS.has(name.toLowerCase()) || value.startsWith(KEY_PREFIX));
}

/** By which programs that look for lost secrets know ours. */
export const KEY_PREFIX = "caseload_";

/** The key of `Authorization: Bearer …`; null where there is none. */
export function bearerOf(header: string | null): string | null {
  return /^Bearer (caseload_[\w-]{43})$/.exec(header ?? "")?.[1] ?? null;
}
