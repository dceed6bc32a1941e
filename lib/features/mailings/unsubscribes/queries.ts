import "server-only";
import { db } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { EXAMPLE_TOKEN } from "../letters/queries";
import { readUnsubscribeToken, type UnsubscribeLink } from "./rules";

/** Whether this address asked for no more mailings. */
export async function isUnsubscribed(email: string): Promise<boolean> {
  const found = await db.unsubscribe.findUnique({ where: { email }, select: { email: true } });
  return found !== null;
}

export type UnsubscribePage = { kind: "example" } | { kind: "link"; email: string; unsubscribed: boolean };

/** What a link out of a letter is about; null for one that we did not make. */
export async function findUnsubscribePage(token: string): Promise<UnsubscribePage | null> {
  if (token === EXAMPLE_TOKEN) return { kind: "example" };
  const link = readUnsubscribe(token);
  return link && { kind: "link", email: link.email, unsubscribed: await isUnsubscribed(link.email) };
}

export function readUnsubscribe(token: string): UnsubscribeLink | null {
  return readUnsubscribeToken(token, env().AUTH_SECRET);
}
