import { type SqlFragment, sql } from "@/lib/values/sql";
import type { Handover } from "./schema";

/** A column that names a person, and which of its rows somebody else has to take over. */
export type Named = {
  handover: Handover;
  to: "practitioner" | "account";
  table: string;
  column: string;
  /** Condition on `t` beside the column: what is still to be done, never what was. */
  open: (now: Date) => SqlFragment;
  /** What a row is called, from `t`. */
  name: SqlFragment;
  /** The record a row stands for, and the client in whose data stream it is told. */
  subject: { kind: string; id: SqlFragment };
  versioned: boolean;
  /** Goes with the other rows of its kind and is not counted. */
  beside?: true;
};

const client = (id: SqlFragment) => sql`(select c.name from clients c where c.id = ${id})`;
const openClient = (id: SqlFragment) => sql`exists (select from clients c join client_statuses s on s.id = c.status_id
  where c.id = ${id} and c.deleted_at is null and s.standing <> 'INACTIVE')`;

const isFirst = sql`exists (select from clients c where c.id = t.client_id and c.practitioner_id = t.practitioner_id)`;

/** What is handed over. Past sessions, written messages and whatever else was done keep the name of who did it. */
export const NAMED: readonly Named[] = [
  {
    // Before the clients themselves: their own column still names who leaves.
    handover: "clients",
    beside: true,
    to: "practitioner",
    table: "client_practitioners",
    column: "practitioner_id",
    open: () => sql`${openClient(sql`t.client_id`)} and ${isFirst}`,
    name: client(sql`t.client_id`),
    subject: { kind: "client", id: sql`t.client_id` },
    versioned: false,
  },
  {
    handover: "assignments",
    to: "practitioner",
    table: "client_practitioners",
    column: "practitioner_id",
    open: () => sql`${openClient(sql`t.client_id`)} and not ${isFirst}`,
    name: client(sql`t.client_id`),
    subject: { kind: "client", id: sql`t.client_id` },
    versioned: false,
  },
  {
    handover: "clients",
    to: "practitioner",
    table: "clients",
    column: "practitioner_id",
    open: () => openClient(sql`t.id`),
    name: sql`t.name`,
    subject: { kind: "client", id: sql`t.id` },
    versioned: true,
  },
  {
    handover: "defaults",
    to: "practitioner",
    table: "client_defaults",
    column: "practitioner_id",
    open: () => openClient(sql`t.client_id`),
    name: client(sql`t.client_id`),
    subject: { kind: "client", id: sql`t.client_id` },
    versioned: true,
  },
  {
    handover: "sessions",
    to: "practitioner",
    table: "session_practitioners",
    column: "practitioner_id",
    open: (now) => sql`exists (select from sessions s where s.id = t.session_id and s.starts_at > ${now}::timestamptz
      and s.status in ('REQUESTED', 'BOOKED'))`,
    name: sql`(select to_char(s.starts_at at time zone s.time_zone, 'YYYY-MM-DD HH24:MI') || ' ' || s.type from sessions s
      where s.id = t.session_id)`,
    subject: { kind: "session", id: sql`t.session_id` },
    versioned: false,
  },
  {
    handover: "tasks",
    to: "account",
    table: "tasks",
    column: "assignee_id",
    open: () => sql`t.done_at is null`,
    name: sql`t.subject`,
    subject: { kind: "task", id: sql`t.id` },
    versioned: true,
  },
  {
    handover: "prospects",
    to: "account",
    table: "prospects",
    column: "owner_id",
    open: () =>
      sql`t.deleted_at is null and exists (select from prospect_stages s where s.id = t.stage_id and s.outcome = 'OPEN')`,
    name: sql`t.name`,
    subject: { kind: "prospect", id: sql`t.id` },
    versioned: true,
  },
  {
    handover: "filters",
    to: "account",
    table: "saved_filters",
    column: "owner_id",
    open: () => sql`t.shared`,
    name: sql`t.name`,
    subject: { kind: "filter", id: sql`t.id` },
    versioned: false,
  },
  {
    handover: "mailings",
    to: "account",
    table: "mailings",
    column: "sender_id",
    open: () => sql`t.status in ('DRAFT', 'HELD', 'STOPPED')`,
    name: sql`t.subject`,
    subject: { kind: "mailing", id: sql`t.id` },
    versioned: true,
  },
  {
    handover: "operations",
    to: "account",
    table: "operations",
    column: "account_id",
    open: () => sql`t.status in ('DRAFT', 'PLANNED')`,
    name: sql`t.title`,
    subject: { kind: "operation", id: sql`t.id` },
    versioned: false,
  },
];

/** Columns that name a person and keep doing so, each with the reason. A new one belongs here or above. */
export const STAYS: Readonly<Record<string, string>> = {
  "practitioners.account_id": "both are closed together, and opened again one by one",
  "practitioner_services.practitioner_id": "part of the practitioner's own record",
  "availability_schedules.practitioner_id": "part of the practitioner's own record",
  "time_off.practitioner_id": "part of the practitioner's own record",
  "session_waits.practitioner_id":
    "who waits for somebody is told so by staff; a time of theirs is not offered any more",
  "freed_slots.practitioner_id": "a time that got free while they worked here",
  "cover_requests.away_id": "their sessions are handed over themselves",
  "cover_requests.practitioner_id": "nobody answers any more, and staff see that they work here no longer",
  "clients_served.practitioner_id": "kept by triggers from what is handed over",
  "recovery_codes.account_id": "a way in that is closed",
  "sign_ins.account_id": "a way in that is closed",
  "one_time_links.account_id": "a way in that is closed",
  "api_keys.account_id": "a way in that is closed",
  "calendar_links.account_id": "a way in that is closed",
  "account_groups.account_id": "rights of an account nobody can use",
  "account_centers.account_id": "rights of an account nobody can use",
  "tasks.created_by_id": "who wrote it down",
  "session_waits.created_by_account_id": "who put the client on the list",
  "sessions.created_by_account_id": "who planned it",
  "cover_requests.asked_by_account_id": "who asked",
  "tasks.done_by_id": "who did it",
  "messages.author_id": "who wrote it",
  "documents.account_id": "who added it",
  "payments.recorded_by_id": "who recorded it",
  "invoices.recorded_by_id": "who recorded it",
  "recycled_records.deleted_by_id": "who deleted it",
  "pinned_notes.author_id": "who wrote it",
  "follows.account_id": "what they wanted to hear of",
  "inbox_items.account_id": "what they were told",
  "form_drafts.account_id": "what they had not saved",
  "client_colours.account_id": "what they see in their own colours",
};
