import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { listPortalSessions } from "./queries";

type Adding = { status: "BOOKED" | "HELD" | "CANCELLED"; type: string; notes?: string };

it("S3-21 S3-22 shows a client's own sessions, ahead and held, without what staff wrote in them", async () => {
  const [client, other] = [await make.client(), await make.client()];
  const practitioner = await make.practitioner();
  const at = (days: number) => new Date(Date.now() + days * 86_400_000);
  const add = async (clientId: string, days: number, { status, ...change }: Adding) => {
    const { centerId } = client;
    const held = await make.session({
      clientId,
      centerId,
      practitionerId: practitioner.id,
      startsAt: at(days),
      ...change,
    });
    await db.session.update({ where: { id: held.id }, data: { status, sharedNotes: "For you", staffNotes: "CANARY" } });
  };
  await add(client.id, 3, { status: "BOOKED", type: "Online", notes: "CANARY" });
  await add(client.id, -3, { status: "HELD", type: "Telephone", notes: "CANARY" });
  await add(client.id, -4, { status: "HELD", type: "Prepare Only" });
  await add(client.id, 5, { status: "CANCELLED", type: "Online" });
  await add(other.id, 2, { status: "BOOKED", type: "Online" });
  const { id: contactId } = await make.contact();
  const seen = await listPortalSessions(contactActor(contactId, [{ clientId: client.id, isPrimary: true }]));
  expect(seen.upcoming.map(({ type }) => type)).toEqual(["Online"]);
  expect(seen.past.map(({ type }) => type)).toEqual(["Telephone"]);
  expect(JSON.stringify(seen)).not.toContain("CANARY");
  expect([...seen.upcoming, ...seen.past].map(({ sharedNotes }) => sharedNotes)).toEqual(["For you", "For you"]);
  const none = await listPortalSessions(contactActor(contactId, [{ clientId: client.id }]));
  expect(none).toEqual({ upcoming: [], past: [] });
  expect(await db.session.count()).toBe(5);
});
