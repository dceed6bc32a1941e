import type { ContactActor } from "@/lib/platform/access/actor";
import { actsFor } from "./rules";

/** The clients a contact may read in full and act for; never from anything a form says. */
export function clientsActedFor(actor: ContactActor): string[] {
  return actor.clients.filter(actsFor).map(({ clientId }) => clientId);
}
