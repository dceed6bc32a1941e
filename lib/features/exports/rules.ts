import type { Actor } from "@/lib/platform/access/actor";
import type { ExportedList } from "./schema";

/** Whether a list can be taken out as a file: by this person, by others only, or by nobody of their role. */
export type FileOffer = "offered" | "refused" | null;

/** What a list says of taking it out. The password may still have to be given; the door asks for it. */
export function fileOffer(actor: Actor, list: ExportedList): FileOffer {
  if (actor.role === "practitioner") return null;
  const may = actor.answer("lists.export") !== "no" && actor.reach(list, "report") !== "none";
  return may ? "offered" : "refused";
}
