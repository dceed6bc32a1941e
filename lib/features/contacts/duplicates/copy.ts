import type { DuplicateView } from "@/lib/features/merges/schema";
import { displayPhone } from "@/lib/values/phone";
import type { DuplicateGroup, DuplicatePerson, Reason } from "./schema";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** A group of people as it is read: numbers in the national notation. */
export function groupView(
  { shared, size, people, blocked }: DuplicateGroup,
  reason: Reason,
  words: Words,
): DuplicateView {
  return {
    shared: reason === "phone" ? displayPhone(shared) : shared,
    size,
    blocked,
    records: people.map(({ id, name, hasLogin, email, otherEmails, phone, ...person }) => ({
      id,
      name,
      hasLogin,
      reached: [email, ...otherEmails, phone && displayPhone(phone)].filter(Boolean).join(" · "),
      belongs: clientsOf(person, words),
    })),
  };
}

function clientsOf({ clients, clientCount }: Pick<DuplicatePerson, "clients" | "clientCount">, words: Words): string {
  const named = clients.map(({ name, title }) => (title ? `${name} (${title})` : name)).join(", ");
  const others = clientCount - clients.length;
  return others > 0 ? `${named} ${words("duplicates.moreClients", { count: others })}` : named;
}
