import { z } from "zod";
import { blankAsNull, emailAddress, id, requiredText } from "@/lib/values/fields";

export const registerInput = z.object({ eventId: id, clientId: blankAsNull(id) });
export const registerPublicInput = z.object({ eventId: id, name: requiredText(200), email: emailAddress });
export const registerContactInput = z.object({ eventId: id, contactId: id, clientId: blankAsNull(id) });
export const registrationInput = z.object({ registrationId: id });
export const cancelByLinkInput = z.object({ token: z.string().max(100) });
export const rosterSearch = z.object({ q: z.string().max(100).catch("").default("") });

export type RegistrationStatus = "CONFIRMED" | "WAITING" | "CANCELLED";

/** One person in an event's roster. */
export type RosterRow = {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  contactId: string | null;
  client: { id: string; name: string } | null;
  status: RegistrationStatus;
  registeredAt: Date;
};

/** A registration beside its event, for the client's page and the portal. */
export type RegistrationView = {
  id: string;
  eventId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  location: string | null;
  onlineUrl: string | null;
  /** What its calendar entry is found by, and how often that was changed. */
  uidHost: string | null;
  sequence: number;
  eventStatus: "DRAFT" | "PUBLISHED" | "CANCELLED";
  name: string;
  isOwn: boolean;
  status: RegistrationStatus;
  /** Place in the waiting list, 1 is next; null when not waiting. */
  waitingPlace: number | null;
};

/** Who looks at an event's page: a contact with clients and places, or anybody. */
export type EventVisitor =
  | { kind: "contact"; clients: { id: string; name: string }[]; places: RegistrationView[] }
  | { kind: "public"; registered: "confirmed" | "waiting" | null; signInHref: string };
