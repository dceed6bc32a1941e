import { missingDetails as centerDetails } from "@/lib/features/centers/rules";
import type { CenterRecord } from "@/lib/features/centers/schema";
import type { ClientSelection } from "@/lib/features/clients/schema";
import { missingDetails as practitionerDetails } from "@/lib/features/practitioners/rules";
import type { PractitionerRow } from "@/lib/features/practitioners/schema";
import type { VariableId } from "@/lib/features/templates/copy";
import type { MailingStatus, SelectionFields } from "./schema";

/** How long Send can be taken back before the first letter leaves. */
export const HOLD_SECONDS = 30;

/** From so many people on a letter is a mailing by law, and everybody must be able to leave it with one click. */
export const UNSUBSCRIBE_FROM = 5;

/** Above this number the page says what a copy of every message means. */
export const MANY_COPIES = 50;

/** Why somebody chosen gets no letter, the first that holds. */
export const SKIP_REASONS = [
  "client_inactive",
  "client_prospect",
  "no_contact",
  "no_address",
  "malformed_address",
  "do_not_mail",
  "unsubscribed",
  "excluded",
  "same_person",
  "same_address",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** A posted choice of clients as it is kept. */
export function selectionOf({ all, ids, except, filter, q }: SelectionFields): ClientSelection {
  const kept = { ...(filter ? { filter } : {}), ...(q ? { q } : {}) };
  return all ? { all: true, ids: [], except, ...kept } : { all: false, ids: [...new Set(ids)], except: [] };
}

/** The client whom a mailing is for when it is for one only: that needs no confirmed password. */
export function onlyClient(selection: ClientSelection): string | null {
  const [first, ...others] = selection.ids;
  return !selection.all && first && others.length === 0 ? first : null;
}

/** Whether anybody was chosen at all. */
export function choosesNobody(selection: ClientSelection): boolean {
  return !selection.all && selection.ids.length === 0;
}

/** The variables that only a practitioner can fill. */
export function practitionerVariables(used: readonly VariableId[]): VariableId[] {
  return used.filter((id) => id.startsWith("PRACTITIONER_"));
}

export function administrativeVariables(used: readonly VariableId[]): VariableId[] {
  return used.filter((id) => id.startsWith("ADMIN_CONTACT_"));
}

export type SendFacts = {
  status: MailingStatus;
  /** When recipients were worked out last; null while that step is open. */
  recipientsAt: Date | null;
  receivers: number;
  hasSubject: boolean;
  hasBody: boolean;
  /** It was kept while half written: it names variables that do not exist. */
  hasUnknownVariables: boolean;
  /** People whose letter would name no practitioner, or one who has left. */
  gaps: number;
  /** The letter names an administrative contact and none was chosen. */
  lacksAdministrativeContact: boolean;
};

const SEND_BLOCKERS = [
  "not_a_draft",
  "no_subject",
  "no_text",
  "unknown_variable",
  "no_recipients_chosen",
  "nobody_receives_it",
  "administrative_contact_missing",
  "practitioner_missing",
] as const;
export type SendBlocker = (typeof SEND_BLOCKERS)[number];

/** Everything that stands between a mailing and Send. */
export function sendBlockers(facts: SendFacts): SendBlocker[] {
  const holds: Record<SendBlocker, boolean> = {
    not_a_draft: facts.status !== "DRAFT",
    no_subject: !facts.hasSubject,
    no_text: !facts.hasBody,
    unknown_variable: facts.hasUnknownVariables,
    no_recipients_chosen: facts.recipientsAt === null,
    nobody_receives_it: facts.recipientsAt !== null && facts.receivers === 0,
    administrative_contact_missing: facts.lacksAdministrativeContact,
    practitioner_missing: facts.gaps > 0,
  };
  return SEND_BLOCKERS.filter((blocker) => holds[blocker]);
}

export type MailingControl = "undo" | "send_now" | "stop" | "resume" | "retry" | "send_unclear";

type Standing = { status: MailingStatus; failed: number; unclear: number };

/** What can be done with a mailing that was sent off, by where it stands. */
export function controlsOf({ status, failed, unclear }: Standing): MailingControl[] {
  if (status === "HELD") return ["undo", "send_now"];
  if (status === "SENDING") return ["stop"];
  if (status === "DRAFT") return [];
  const offered: MailingControl[] = status === "STOPPED" ? ["resume"] : [];
  if (failed > 0) offered.push("retry");
  if (unclear > 0) offered.push("send_unclear");
  return offered;
}

/** What the outbox knows this mailing's letters by; one source mails one address once. */
export function mailSource(mailingId: string): string {
  return `mailing:${mailingId}`;
}

/** Whether a letter names the practitioner or an administrative contact, so that it matters who that is. */
export function namesSomebody(used: readonly VariableId[]): boolean {
  return practitionerVariables(used).length + administrativeVariables(used).length > 0;
}

/** A record whose letters have gaps: which variables stay empty, and for how many clients. */
export type Incomplete = { id: string; name: string; empty: VariableId[]; clientCount: number };

const CENTER_VARIABLES = {
  address: "CENTER_ADDRESS",
  phone: "CENTER_PHONE",
  email: "CENTER_EMAIL",
  website: "CENTER_WEBSITE",
} as const;
const PRACTITIONER_VARIABLES = { email: "PRACTITIONER_EMAIL", phone: "PRACTITIONER_PHONE" } as const;

const mostFirst = (a: Incomplete, b: Incomplete) => b.clientCount - a.clientCount || a.name.localeCompare(b.name);

/** Centers in use that letters cannot name in full (S2-21), those of most clients first. */
export function incompleteCenters(centers: readonly CenterRecord[]): Incomplete[] {
  return centers
    .filter(({ archived }) => !archived)
    .map((center) => {
      const empty = centerDetails(center).map((detail) => CENTER_VARIABLES[detail]);
      return { id: center.id, name: center.name, empty, clientCount: center.clientCount };
    })
    .filter(({ empty }) => empty.length > 0)
    .toSorted(mostFirst);
}

/** Active practitioners whom letters cannot name in full, those of most clients first. */
export function incompletePractitioners(practitioners: readonly PractitionerRow[]): Incomplete[] {
  return practitioners
    .filter(({ status }) => status === "ACTIVE")
    .map((practitioner) => {
      const empty = practitionerDetails(practitioner).map((detail) => PRACTITIONER_VARIABLES[detail]);
      return { id: practitioner.id, name: practitioner.name, empty, clientCount: practitioner.clientCount };
    })
    .filter(({ empty }) => empty.length > 0)
    .toSorted(mostFirst);
}
