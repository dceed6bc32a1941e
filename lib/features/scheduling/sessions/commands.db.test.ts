import { beforeAll, describe, expect, it } from "vitest";
import { findClient } from "@/lib/features/clients/record/queries";
import { db } from "@/lib/platform/db/db";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { recordSession } from "./commands";
import { listSessions } from "./queries";
import { recordSessionInput } from "./schema";

let staff: ReturnType<typeof accountActor>;
let practitionerId: string;
let source: { id: string; identifier: string };
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
  practitionerId = (await make.practitioner({ firstName: "Dana", lastName: "Whitfield" })).id;
  source = await make.fundingSource({ identifier: "SBA" });
});

function held(clientId: string, fields: Record<string, unknown> = {}) {
  const input = {
    date: "2026-03-10",
    start: "14:00",
    minutes: "45",
    type: "Online",
    reportable: "on",
    notes: "Secret plan",
  };
  return recordSession(
    staff,
    recordSessionInput.parse({
      ...input,
      clientIds: [clientId],
      practitionerIds: [practitionerId],
      fundingSourceId: source.id,
      ...fields,
    }),
  );
}

describe("recording a session", () => {
  it("S0-03 with a pre-client is never reportable, whatever the form or a caller sent", async () => {
    const preClient = await make.client({ kind: "PRE_CLIENT" });
    const sessionId = await held(preClient.id, { reportable: "on" });
    expect(await db.attendance.findFirstOrThrow({ where: { sessionId } })).toMatchObject({ reportable: false });
    const startsAt = new Date("2026-03-11T10:00:00Z");
    const bare = await make.session({
      clientId: preClient.id,
      practitionerId,
      centerId: preClient.centerId,
      startsAt,
      reportable: true,
    });
    expect(await db.attendance.findFirstOrThrow({ where: { sessionId: bare.id } })).toMatchObject({
      reportable: false,
    });
    await expect(db.attendance.updateMany({ where: { sessionId }, data: { reportable: true } })).rejects.toThrow(
      "cannot be made reportable",
    );
  });

  it("S0-04 S0-06 puts funding source and mark into the data stream at the time of the session", async () => {
    const client = await make.client();
    const sessionId = await held(client.id);
    const [line] = await db.streamEntry.findMany({ where: { clientId: client.id, kind: "session.recorded" } });
    expect(line).toMatchObject({ subjectId: sessionId, at: new Date("2026-03-10T19:00:00Z") });
    expect(line?.data).toMatchObject({ fundingSource: "SBA", reportable: true, practitionerName: "Dana Whitfield" });
  });

  it("S3-28 assigns its practitioner to the client, whatever was pre-assigned", async () => {
    const other = await make.practitioner();
    const client = await make.client({ practitionerId: other.id });
    await held(client.id);
    const team = (await findClient(staff, client.id))?.practitioners ?? [];
    expect(team.map(({ id }) => id)).toEqual([other.id, practitionerId]);
    const bare = await make.client();
    await Promise.all([held(bare.id), held(bare.id, { start: "16:00" })]);
    expect(await findClient(staff, bare.id)).toMatchObject({ practitionerId, sessionCount: 2 });
  });

  it.each(["INACTIVE", "PROSPECT"] as const)("S3-09 S3-11 is refused for a client of standing %s", async (standing) => {
    await expect(held((await make.client({ standing })).id)).rejects.toMatchObject({ code: "not_active" });
  });

  it("is refused where the status itself blocks sessions, and with a practitioner who left", async () => {
    const strict = await db.clientStatus.create({
      data: { name: "Hold for Credit Check", standing: "ACTIVE", blocksSessions: true, position: 9 },
    });
    const blocked = await make.client({ statusId: strict.id });
    await expect(held(blocked.id)).rejects.toMatchObject({ code: "status_blocks_sessions" });
    const gone = await make.practitioner({ status: "INACTIVE" });
    await expect(held((await make.client()).id, { practitionerIds: [gone.id] })).rejects.toMatchObject({
      field: "practitionerIds",
    });
  });
});

describe("a client's sessions", () => {
  it("come page by page, the newest first, and their notes only to the team", async () => {
    const client = await make.client();
    for (let day = 1; day <= 55; day++) {
      const startsAt = new Date(Date.UTC(2026, 0, day, 15));
      await make.session({
        clientId: client.id,
        practitionerId,
        centerId: client.centerId,
        startsAt,
        notes: "Secret plan",
      });
    }
    const first = await listSessions(staff, { clientId: client.id });
    const second = await listSessions(staff, { clientId: client.id, page: first.next ?? "" });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 5, null]);
    const back = await listSessions(staff, { clientId: client.id, page: second.previous ?? "" });
    expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    const portal = await listSessions(contactActor(client.id, [{ clientId: client.id }]), { clientId: client.id });
    expect(JSON.stringify(portal)).not.toContain("Secret plan");
    const stranger = contactActor(client.id, [{ clientId: (await make.client()).id }]);
    expect((await listSessions(stranger, { clientId: client.id })).rows).toEqual([]);
  });
});
