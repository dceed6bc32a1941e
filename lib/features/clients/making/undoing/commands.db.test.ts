import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeClient } from "@/lib/features/clients/making/commands";
import { makeClientInput } from "@/lib/features/clients/making/schema";
import { findClientAt } from "@/lib/features/clients/mandatory/queries";
import { markReportable } from "@/lib/features/scheduling/reportable/commands";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { changeSetting } from "@/lib/features/settings/commands";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { undoMakeClient } from "./commands";
import { findMadeClient } from "./queries";
import { undoBlocks } from "./rules";

const staff = accountActor("staff", { name: "Ada Staff" });
let centerId: string;

beforeAll(async () => {
  centerId = (await make.center()).id;
});
beforeEach(() => changeSetting(accountActor("administrator"), "clientFields", { mandatory: [] }));

const stored = (id: string) => db.client.findUniqueOrThrow({ where: { id } });

async function session(clientId: string) {
  const practitioner = await make.practitioner();
  const people = { clientIds: [clientId], practitionerIds: [practitioner.id] };
  const input = { ...people, date: "2026-03-02", start: "10:00", minutes: "60" };
  const by = accountActor("staff", { accountId: (await make.account()).id });
  return recordSession(by, recordSessionInput.parse({ ...input, type: "Online", reportable: "on" }));
}

/** A bank with one session from before, made a client just now. */
async function madeClient(signedOn: Date | null = null) {
  const client = await make.client({
    kind: "PRE_CLIENT",
    purpose: "RESOURCE_ORGANISATION",
    resourceKind: "BANK",
    centerId,
    statusId: await make.statusId("ACTIVE"),
    ...(signedOn && { signedOn }),
  });
  await session(client.id);
  await makeClient(
    staff,
    makeClientInput.parse({ clientId: client.id, signedOn: "2026-11-02", phone: "312-555-0100" }),
  );
  return client;
}

describe("taking Make Client back", () => {
  it("gives the number with @, the purpose and the signature date back, keeps what was filled in, and says who did it", async () => {
    const { id, number } = await madeClient();
    await undoMakeClient(staff, { clientId: id });
    expect(await stored(id)).toMatchObject({
      kind: "PRE_CLIENT",
      number,
      purpose: "RESOURCE_ORGANISATION",
      resourceKind: "BANK",
      signedOn: null,
      phone: "+13125550100",
    });
    expect(await findClientAt(staff, number)).toMatchObject({ id, formerNumber: null });
    const entry = await db.historyEntry.findFirstOrThrow({ where: { subjectId: id, kind: "client.unmade" } });
    expect(entry).toMatchObject({ actorName: "Ada Staff", data: { oldNumber: number, newNumber: number.slice(1) } });
    expect(await db.streamEntry.count({ where: { clientId: id, kind: "client.unmade" } })).toBe(1);
  });

  it("it can be made a client again, with the same number", async () => {
    const { id, number } = await madeClient(new Date("2026-01-05"));
    await undoMakeClient(staff, { clientId: id });
    expect((await stored(id)).signedOn).toEqual(new Date("2026-01-05"));
    await makeClient(staff, makeClientInput.parse({ clientId: id, signedOn: "2026-11-03" }));
    expect(await stored(id)).toMatchObject({ kind: "CLIENT", number: number.slice(1) });
  });

  it("twenty people who press together take it back once", async () => {
    const { id } = await madeClient();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => undoMakeClient(staff, { clientId: id })));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(["not_a_client"]));
    expect(await db.historyEntry.count({ where: { subjectId: id, kind: "client.unmade" } })).toBe(1);
  });

  it("is refused with the reason while something new hangs on it, all of it listed", async () => {
    const { id, number } = await madeClient();
    const refusal = (code: string) =>
      expect(undoMakeClient(staff, { clientId: id })).rejects.toMatchObject({
        code: "something_hangs_on_it",
        messageKey: `clients.unmaking.refusals.${code}`,
      });
    const attendance = await db.attendance.findFirstOrThrow({ where: { clientId: id } });
    await markReportable(staff, { attendanceId: attendance.id, reportable: true });
    await refusal("reportable");
    const money = { clientId: id, amountCents: 100 };
    const key = newId();
    await db.payment.create({
      data: { ...money, receivedOn: new Date("2026-11-03"), method: "cash", idempotencyKey: key },
    });
    await db.invoice.create({
      data: { ...money, number: newId(), issuedOn: new Date("2026-11-03"), dueOn: new Date("2026-12-03") },
    });
    await make.signature({ clientId: id });
    await session(id);
    await refusal("sessions");
    await db.client.update({ where: { id }, data: { number: `9${number.slice(1)}` } });
    const found = await findMadeClient(staff, id);
    expect(found && undoBlocks(found).map(({ code }) => code)).toEqual([
      "sessions",
      "reportable",
      "agreements",
      "invoices",
      "payments",
      "number",
    ]);
    expect((await stored(id)).kind).toBe("CLIENT");
  });

  it("a session recorded in the same moment either keeps it a client or comes to a pre-client", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await madeClient();
      const [undone] = await Promise.allSettled([undoMakeClient(staff, { clientId: id }), session(id)]);
      const { kind } = await stored(id);
      expect(kind).toBe(undone.status === "fulfilled" ? "PRE_CLIENT" : "CLIENT");
      const reportable = await db.attendance.count({ where: { clientId: id, reportable: true } });
      expect(reportable).toBe(kind === "CLIENT" ? 1 : 0);
    }
  });

  it("nobody undoes it for a client they do not see, nor for one that never was a pre-client", async () => {
    const { id } = await madeClient();
    await expect(undoMakeClient(accountActor("practitioner"), { clientId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    const other = await make.client({ centerId });
    await expect(undoMakeClient(staff, { clientId: other.id })).rejects.toMatchObject({ code: "not_found" });
  });
});
