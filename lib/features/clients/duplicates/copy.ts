import type { DuplicateView } from "@/lib/features/merges/schema";
import { displayPhone } from "@/lib/values/phone";
import type { ClientGroup, ClientReason } from "./schema";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** A group of clients as people read it. */
export function clientGroupView(
  { shared, size, clients }: ClientGroup,
  reason: ClientReason,
  words: Words,
): DuplicateView {
  return {
    shared: reason === "phone" ? displayPhone(shared) : shared,
    size,
    blocked: false,
    records: clients.map(({ id, name, number, city, phone, website, primaryContact, sessions }) => ({
      id,
      name,
      hasLogin: false,
      reached: [number, city, phone && displayPhone(phone), website].filter(Boolean).join(" · "),
      belongs: [primaryContact, words("duplicates.comparison.sessions", { count: sessions })]
        .filter(Boolean)
        .join(" · "),
    })),
  };
}
