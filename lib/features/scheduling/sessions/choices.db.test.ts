import { expect, it } from "vitest";
import { findDefaultChoices } from "@/lib/features/clients/defaults/queries";
import { findClient, findClientChoices } from "@/lib/features/clients/record/queries";
import { listPractitioners } from "@/lib/features/practitioners/queries";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { findSessionChoices, listSessions } from "./queries";

const staff = accountActor("staff");

/** Where somebody can be chosen, or is listed as being here. */
async function offeredSomewhere(practitionerId: string): Promise<string[]> {
  const places = {
    sessions: (await findSessionChoices(staff)).practitioners,
    // The form keeps the one a client has, so the choices say of each whether they are here.
    clients: (await findClientChoices(staff)).practitioners.filter(({ active }) => active),
    defaults: (await findDefaultChoices(staff)).practitioners,
    list: await listPractitioners(staff, { status: "active" }),
  };
  return Object.entries(places)
    .filter(([, offered]) => offered.some(({ id }) => id === practitionerId))
    .map(([place]) => place);
}

it("S1-11 S1-12 an inactive practitioner is offered nowhere, and past sessions and clients still show the name", async () => {
  const practitioner = await make.practitioner({ firstName: "Wanda", lastName: "Gone" });
  const client = await make.client({ practitionerId: practitioner.id });
  await make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId });
  expect(await offeredSomewhere(practitioner.id)).toEqual(["sessions", "clients", "defaults", "list"]);
  await db.practitioner.update({ where: { id: practitioner.id }, data: { status: "INACTIVE" } });
  expect(await offeredSomewhere(practitioner.id)).toEqual([]);
  const { rows } = await listSessions(staff, { clientId: client.id });
  expect(rows.map(({ practitioners }) => practitioners)).toEqual(["Wanda Gone"]);
  expect(JSON.stringify(await findClient(staff, client.id))).toContain("Wanda Gone");
});
