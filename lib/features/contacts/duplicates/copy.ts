import { displayPhone } from "@/lib/values/phone";
import type { DuplicateGroup, Reason } from "./schema";

/** A group as people read it: numbers in the national notation. */
export function readableGroup(group: DuplicateGroup, reason: Reason): DuplicateGroup {
  return {
    ...group,
    shared: reason === "phone" ? displayPhone(group.shared) : group.shared,
    people: group.people.map((person) => ({ ...person, phone: person.phone && displayPhone(person.phone) })),
  };
}
