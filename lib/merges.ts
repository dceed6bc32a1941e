import "server-only";
import { contactMergeOperations } from "@/lib/features/contacts/merges/jobs";
import type { ContactFollowers } from "@/lib/features/contacts/merges/schema";
import { MERGE_OPERATIONS, type Reference } from "@/lib/features/merges/schema";
import { mergeHandler } from "@/lib/features/merges/undoing/commands";
import { claimSeat, giveUpSeat, holdEvent } from "@/lib/features/training/seats/commands";
import { systemActor } from "@/lib/platform/access/actor";
import type { OperationHandlers } from "@/lib/platform/operation/handler";

/**
 * Who must follow when two contacts become one: every column that names a contact. "moves" is pointed at the contact
 * that stays; "combines" has rules of its own, because the contact that stays may have one already; "stays" says why.
 * A test compares the list with the database, so that a new table cannot be forgotten.
 */
const contactReferences: readonly Reference[] = [
  { table: "contacts", column: "merged_into_id", follow: "moves" },
  { table: "signatures", column: "contact_id", follow: "moves" },
  { table: "mailing_recipients", column: "contact_id", follow: "moves" },
  { table: "tasks", column: "subject_id", follow: "moves" },
  { table: "documents", column: "subject_id", follow: "moves" },
  { table: "pinned_notes", column: "subject_id", follow: "moves" },
  { table: "documents", column: "contact_id", follow: "moves" },
  { table: "prospect_contacts", column: "contact_id", follow: "moves" },
  { table: "proposals", column: "contact_id", follow: "moves" },
  { table: "relationships", column: "contact_id", follow: "combines" },
  { table: "custom_values", column: "contact_id", follow: "combines" },
  { table: "contact_emails", column: "contact_id", follow: "combines" },
  { table: "portal_logins", column: "contact_id", follow: "combines" },
  { table: "registrations", column: "contact_id", follow: "combines" },
  { table: "staff_notes", column: "subject_id", follow: "combines" },
  { table: "follows", column: "subject_id", follow: "combines" },
  { table: "message_links", column: "subject_id", follow: "combines" },
  { table: "not_duplicates", column: "first_id", follow: "combines" },
  { table: "not_duplicates", column: "second_id", follow: "combines" },
  { table: "history", column: "subject_id", follow: "stays", why: "what happened is never rewritten" },
  { table: "stream_entries", column: "subject_id", follow: "stays", why: "what happened is never rewritten" },
  { table: "operation_rows", column: "subject_id", follow: "stays", why: "what an operation did is never rewritten" },
  {
    table: "inbox_items",
    column: "subject_id",
    follow: "stays",
    why: "tells what happened, and its link leads on to whom the contact lives on as",
  },
  { table: "document_usage", column: "subject_id", follow: "stays", why: "kept by triggers" },
  { table: "search_entries", column: "subject_id", follow: "stays", why: "kept by triggers" },
  {
    table: "sign_ins",
    column: "viewing_contact_id",
    follow: "stays",
    why: "lives for minutes; whoever looked begins again",
  },
  {
    table: "email_changes",
    column: "contact_id",
    follow: "stays",
    why: "asked for in a sign-in that ended; ask again",
  },
  {
    table: "passcodes",
    column: "contact_id",
    follow: "stays",
    why: "lives for minutes; the next one finds who stayed",
  },
];

/** What merging contacts needs of features on higher rungs. */
export const contactFollowers: ContactFollowers = {
  references: contactReferences,
  releaseSeat: async (tx, eventId) => {
    const event = await holdEvent(tx, systemActor("merge"), eventId);
    if (event) await giveUpSeat(tx, event);
  },
  claimSeat,
};

/** The same for clients: every column that names one. What "moves" may have been cleared of doubles before. */
export const clientReferences: readonly Reference[] = [
  { table: "clients", column: "merged_into_id", follow: "moves" },
  { table: "attendances", column: "client_id", follow: "moves" },
  { table: "availability_schedules", column: "client_id", follow: "moves" },
  { table: "client_billing", column: "client_id", follow: "combines" },
  { table: "client_colours", column: "client_id", follow: "combines" },
  { table: "client_defaults", column: "client_id", follow: "combines" },
  { table: "client_practitioners", column: "client_id", follow: "combines" },
  { table: "conversions", column: "client_id", follow: "moves" },
  { table: "custom_values", column: "client_id", follow: "combines" },
  { table: "documents", column: "subject_id", follow: "moves" },
  { table: "follows", column: "subject_id", follow: "combines" },
  { table: "former_numbers", column: "client_id", follow: "combines" },
  { table: "invoices", column: "client_id", follow: "moves" },
  { table: "mailing_recipients", column: "client_id", follow: "moves" },
  { table: "message_links", column: "subject_id", follow: "combines" },
  { table: "not_duplicates", column: "first_id", follow: "combines" },
  { table: "not_duplicates", column: "second_id", follow: "combines" },
  { table: "payments", column: "client_id", follow: "moves" },
  { table: "pinned_notes", column: "subject_id", follow: "moves" },
  { table: "registrations", column: "client_id", follow: "moves" },
  { table: "relationships", column: "client_id", follow: "combines" },
  { table: "session_waits", column: "client_id", follow: "moves" },
  { table: "signatures", column: "client_id", follow: "moves" },
  { table: "staff_notes", column: "subject_id", follow: "combines" },
  { table: "stream_entries", column: "client_id", follow: "moves" },
  { table: "tasks", column: "subject_id", follow: "moves" },
  { table: "proposals", column: "client_id", follow: "moves" },
  { table: "testimonials", column: "client_id", follow: "moves" },
  ...contactReferences.filter(({ column, follow }) => column === "subject_id" && follow === "stays"),
  { table: "clients_served", column: "client_id", follow: "stays", why: "kept by triggers" },
];

/** What the worker does for merges of either kind. */
export const mergeOperations: OperationHandlers = {
  ...contactMergeOperations(contactFollowers),
  [MERGE_OPERATIONS.client]: mergeHandler("client"),
};
