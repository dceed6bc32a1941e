import ICAL from "ical.js";
import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { addMinutes } from "@/lib/values/instant";
import { toInstant } from "@/lib/values/wall-clock";
import { anonymousActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { findCalendarText } from "./queries";

const read = (text: string | null) =>
  new ICAL.Component(ICAL.parse(text ?? "")).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));

it("the file of an event is read by other programs at its hour, with a title that has every sign of the format in it", async () => {
  const startsAt = toInstant("2031-05-07", "18:00", "Australia/Lord_Howe");
  const title = `Taxes; "loans", grants\\patience – ${"a long title ".repeat(12)}`.trim();
  const location = "Main St 1, 2nd floor\nring twice";
  const event = await make.trainingEvent({
    audience: "PUBLIC",
    title,
    location,
    startsAt,
    endsAt: addMinutes(startsAt, 90),
  });
  const [entry, ...others] = read(await findCalendarText(anonymousActor(), event.id));
  expect(others).toEqual([]);
  expect([entry?.summary, entry?.location]).toEqual([title, location]);
  expect(entry?.startDate.toJSDate()).toEqual(startsAt);
  expect(entry?.endDate.toJSDate()).toEqual(addMinutes(startsAt, 90));
  expect(entry?.uid).toMatch(new RegExp(`^${event.id}@`));
});

it("a draft has no file for the public, and the file of whoever has a place is the entry of their letters", async () => {
  const draft = await make.trainingEvent({ audience: "PUBLIC", status: "DRAFT" });
  expect(await findCalendarText(anonymousActor(), draft.id)).toBeNull();
  const [event, { client, contact }] = [await make.trainingEvent(), await make.clientWithOwner()];
  const place = await db.registration.create({
    data: {
      ...{ eventId: event.id, contactId: contact.id, clientId: client.id, name: "Carla", email: "c@x.example" },
      ...{ status: "CONFIRMED", createdAt: new Date() },
    },
  });
  const actor = contactActor(contact.id, [{ clientId: client.id, isOwner: true }]);
  expect(read(await findCalendarText(actor, event.id))[0]?.uid).toMatch(new RegExp(`^${place.id}@`));
});
