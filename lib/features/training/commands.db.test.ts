import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { createEvent, editEvent } from "./commands";
import { createEventInput, editEventInput } from "./schema";

const staff = accountActor("staff");

it("a new address where an event meets must be secure; one kept from before may stay until somebody changes it", async () => {
  const { id: centerId } = await make.center();
  const fields = {
    ...{ title: "Taxes", description: "", centerId, date: "2031-05-07", startTime: "18:00", endTime: "19:00" },
    ...{
      location: "",
      onlineUrl: "http://meet.example/room",
      capacity: "",
      closesOn: "",
      closesAt: "",
      audience: "PUBLIC",
    },
  };
  const refused = { code: "meeting_address", field: "onlineUrl" };
  await expect(createEvent(staff, createEventInput.parse(fields))).rejects.toMatchObject(refused);
  const secure = { ...fields, onlineUrl: "https://meet.example/room" };
  const eventId = await createEvent(staff, createEventInput.parse(secure));
  await db.trainingEvent.update({ where: { id: eventId }, data: { onlineUrl: "http://old.example/room" } });
  const edit = async (changes: object) => {
    const { version } = await db.trainingEvent.findUniqueOrThrow({ where: { id: eventId } });
    return editEvent(staff, editEventInput.parse({ ...fields, ...changes, eventId, version }));
  };
  await edit({ onlineUrl: "http://old.example/room", title: "Taxes and More" });
  await expect(edit({ onlineUrl: "http://new.example/room" })).rejects.toMatchObject(refused);
  const kept = { title: "Taxes and More", onlineUrl: "http://old.example/room" };
  expect(await db.trainingEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject(kept);
});
