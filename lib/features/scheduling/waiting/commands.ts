import "server-only";
import { termsFor } from "@/lib/features/scheduling/booking/rules";
import type { Bookable } from "@/lib/features/scheduling/booking/schema";
import { bookingTransaction } from "@/lib/features/scheduling/sessions/slots/commands";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { offerNext } from "./freeing/commands";
import { findWait, findWhoMayWait } from "./queries";
import type { JoinLineInput, LeaveLineInput } from "./schema";

/**
 * Puts a client in the line for a time with a practitioner of theirs, once for the same.
 * @throws {RefusalError} not_found, waiting_off, booking_off, unknown_practitioner, unknown_service, days_over, waits_already
 */
export async function joinLine(actor: Actor, input: JoinLineInput): Promise<void> {
  const { firstDay, lastDay } = input;
  await inTransaction(async (tx) => {
    const client = await findWhoMayWait(actor, input.clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    await requireLine(tx, client);
    const { practitioner, service } = wantedOf(client, input);
    const today = dayIn(client.timeZone, now());
    if (lastDay && lastDay < (firstDay && firstDay > today ? firstDay : today))
      refuse("days_over", "scheduling.refusals.waitDays", { field: "lastDay" });
    await endOver(tx, client.id, today);
    const createdBy = actor.kind === "account" ? actor.accountId : null;
    const joined = await execute(
      sql`insert into session_waits (client_id, practitioner_id, service_id, first_day, last_day, created_by_account_id, created_at)
        values (${client.id}::uuid, ${practitioner?.id ?? null}::uuid, ${service?.id ?? null}::uuid, ${firstDay}::date,
          ${lastDay}::date, ${createdBy}::uuid, ${now()}::timestamptz) on conflict do nothing`,
      tx,
    );
    if (joined === 0) refuse("waits_already", "scheduling.refusals.waitsAlready");
    await record(tx, actor, {
      kind: "session.wait-joined",
      ...aboutClient(client.id),
      data: whatWords(practitioner?.name ?? null, service?.name ?? null),
    });
  });
}

/** Takes a client off the line; what is offered to them goes to the next. @throws {RefusalError} not_found */
export async function leaveLine(actor: Actor, { waitId }: LeaveLineInput): Promise<void> {
  await bookingTransaction(async (tx) => {
    const wait = await findWait(actor, waitId, tx);
    if (!wait || !(await endWait(tx, waitId, "LEFT"))) refuse("not_found", "refusals.notFound");
    await record(tx, actor, {
      kind: "session.wait-left",
      ...aboutClient(wait.clientId),
      data: whatWords(wait.practitioner, wait.service),
    });
  });
}

/** Ends a place in the line; what else was offered to it goes on. Answers whether it still stood. */
export async function endWait(tx: Tx, waitId: string, reason: "TAKEN" | "LEFT"): Promise<boolean> {
  const ended = await execute(
    sql`update session_waits set ended_at = ${now()}::timestamptz, ended_reason = ${reason}::"WaitEnd"
      where id = ${waitId}::uuid and ended_at is null`,
    tx,
  );
  const withdrawn = await rows<{ slotId: string }>(
    sql`update slot_offers set state = 'WITHDRAWN', answered_at = ${now()}::timestamptz
      where wait_id = ${waitId}::uuid and state = 'OPEN' returning slot_id as "slotId"`,
    tx,
  );
  for (const { slotId } of withdrawn) await offerNext(tx, slotId);
  return ended > 0;
}

async function requireLine(tx: Tx, client: Bookable): Promise<void> {
  const terms = termsFor(client, await findSettingIn(tx, "booking"));
  if (terms.waiting === "OFF") refuse("waiting_off", "scheduling.refusals.waitingOff");
  if (terms.mode === "OFF" || !client.open) refuse("booking_off", "scheduling.refusals.waitNoBooking");
}

function wantedOf(client: Bookable, { practitionerId, serviceId }: JoinLineInput) {
  const practitioner = client.practitioners.find(({ id }) => id === practitionerId);
  if (practitionerId && !practitioner) refuse("unknown_practitioner", "validation.id", { field: "practitionerId" });
  const services = (practitioner ? [practitioner] : client.practitioners).flatMap((one) => one.services);
  const service = services.find(({ id }) => id === serviceId);
  if (serviceId && !service) refuse("unknown_service", "validation.id", { field: "serviceId" });
  return { practitioner, service };
}

/** Places whose days are over make room for new ones. */
async function endOver(tx: Tx, clientId: string, today: string): Promise<void> {
  await execute(
    sql`update session_waits set ended_at = ${now()}::timestamptz, ended_reason = 'EXPIRED'
      where client_id = ${clientId}::uuid and ended_at is null and last_day < ${today}::date`,
    tx,
  );
}

const aboutClient = (id: string) => ({ subject: { kind: "client", id }, clientIds: [id] });

function whatWords(...names: (string | null)[]) {
  const what = names.filter(Boolean).join(", ");
  return { limits: what ? ("some" as const) : ("none" as const), what };
}
