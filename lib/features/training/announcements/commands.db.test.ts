import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { systemLetter } from "@/lib/features/templates/queries";
import { cancelEvent } from "@/lib/features/training/commands";
import { cancelRegistration, registerPublic, registerSelf } from "@/lib/features/training/registrations/commands";
import { findByLink } from "@/lib/features/training/registrations/queries";
import { db } from "@/lib/platform/db/db";
import { addMinutes, isoOf } from "@/lib/values/instant";
import { accountActor, anonymousActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { announceRegistrationJob } from "./jobs";

const announce = announceRegistrationJob(systemLetter);

// Letters say the day in full: it stays ahead on whatever day this runs.
const clock = path.join(process.env.DATA_DIR ?? "", "clock");
process.env.CLOCK_FILE = clock;
let time = new Date("2027-03-01T15:00:00Z");

/** A minute goes by, so that later letters are told from earlier ones. */
function tick() {
  time = addMinutes(time, 1);
  writeFileSync(clock, isoOf(time));
}
tick();

/** Runs the letters that were promised and forgets them. */
async function runLetters() {
  tick();
  const promised = await db.$queryRaw<{ id: string; payload: Parameters<typeof announce>[0] }[]>`
    SELECT j.id::text, j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier LIKE 'training_announce' ORDER BY j.id`;
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  for (const { payload } of promised) await announce(payload);
  // A job may run again after a crash; nobody gets a second letter.
  for (const { payload } of promised) await announce(payload);
}

async function mailsTo(email: string) {
  const mails = await db.outboxMail.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });
  return mails.map((mail) => {
    const [calendar] = mail.attachments as { content?: string; contentType: string }[];
    const text = Buffer.from(calendar?.content ?? "", "base64").toString("utf8");
    return { ...mail, calendar: text.replace(/\r\n /g, "") };
  });
}

describe("letters about places", () => {
  beforeEach(() => db.$executeRaw`DELETE FROM graphile_worker._private_jobs`);
  const startsAt = new Date("2027-03-16T23:00:00Z");

  const publicEvent = (options = {}) =>
    make.trainingEvent({
      audience: "PUBLIC",
      capacity: 1,
      startsAt,
      title: "Cash Flow",
      timeZone: "America/Chicago",
      ...options,
    });
  const guest = (eventId: string, email: string, language = "en") =>
    registerPublic({ ...anonymousActor({ ip: "203.0.113.1" }), language }, { eventId, name: "Gus Guest", email });

  it("confirm with time in the event's zone, a calendar entry in UTC, and a link that cancels", async () => {
    const event = await publicEvent();
    const { id } = await guest(event.id, "one@example.org");
    await runLetters();
    const [mail, ...others] = await mailsTo("one@example.org");
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("You have a place: Cash Flow");
    expect(mail?.text).toContain("Tuesday, March 16, 2027, 6:00 – 8:00 PM CDT");
    expect(mail?.calendar).toContain("METHOD:REQUEST");
    expect(mail?.calendar).toContain("DTSTART:20270316T230000Z");
    expect(mail?.calendar).toContain(`UID:${id}@${new URL(process.env.APP_ORIGIN ?? "").host}`);
    expect(mail?.calendar).toContain("SEQUENCE:0");
    const token = /training-events\/cancel\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    expect(await findByLink(token)).toMatchObject({ id, status: "CONFIRMED" });
  });

  it("tell the place in line, then that a seat is free, and take the entry out of the other's calendar", async () => {
    const event = await publicEvent();
    const first = await guest(event.id, "first@example.org");
    await guest(event.id, "second@example.org");
    await runLetters();
    const [waiting] = await mailsTo("second@example.org");
    expect(waiting?.text).toContain("number 1 on the waiting list");
    expect(waiting?.attachments).toEqual([]);
    await cancelRegistration(accountActor("staff"), first.id);
    await runLetters();
    const [, promoted] = await mailsTo("second@example.org");
    expect(promoted?.subject).toContain("A place is free for you");
    expect(promoted?.calendar).toContain("METHOD:REQUEST");
    const [, cancelled] = await mailsTo("first@example.org");
    expect(cancelled?.subject).toBe("Place cancelled: Cash Flow");
    expect(cancelled?.calendar).toContain("METHOD:CANCEL");
    expect(cancelled?.calendar).toContain(`UID:${first.id}@${new URL(process.env.APP_ORIGIN ?? "").host}`);
    expect(cancelled?.calendar).toContain("SEQUENCE:1");
  });

  it("speak the person's language", async () => {
    const event = await publicEvent({ title: "Flujo de caja", location: "Calle Mayor 1" });
    await guest(event.id, "uno@example.org", "es");
    await runLetters();
    const [mail] = await mailsTo("uno@example.org");
    expect(mail?.text).toContain("martes, 16 de marzo de 2027");
    expect(mail?.text).not.toMatch(/\b(Hello|You|the|place|March)\b/);
  });

  it("say why an event is cancelled, to those who have a place and those who wait", async () => {
    const event = await publicEvent();
    await guest(event.id, "a@example.org");
    await guest(event.id, "b@example.org");
    await runLetters();
    await cancelEvent(accountActor("staff"), { eventId: event.id, reason: "The trainer is ill." });
    await runLetters();
    for (const address of ["a@example.org", "b@example.org"]) {
      const mail = (await mailsTo(address)).at(-1);
      expect(mail?.subject).toBe("Cancelled: Cash Flow");
      expect(mail?.text).toContain("The trainer is ill.");
      expect(mail?.calendar).toContain("STATUS:CANCELLED");
    }
  });

  it("are not sent when they were overtaken", async () => {
    const event = await make.trainingEvent({ startsAt });
    const client = await make.client();
    const contact = await make.contact({ email: "late@example.org" });
    await make.relationship({ clientId: client.id, contactId: contact.id });
    const actor = contactActor(contact.id, [{ clientId: client.id }]);
    const { id } = await registerSelf(actor, { eventId: event.id, clientId: null });
    await cancelRegistration(actor, id);
    await runLetters();
    expect((await mailsTo("late@example.org")).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("Place cancelled"),
    ]);
  });
});
