import { expect, it } from "vitest";
import { countClients, listClients } from "@/lib/features/clients/queries";
import { clientsOfPractitioner } from "@/lib/features/clients/rules";
import { countTasksOf, listTasks } from "@/lib/features/tasks/queries";
import { db } from "@/lib/platform/db/db";
import { dayIn } from "@/lib/values/wall-clock";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countFutureSessions, listFutureSessions } from "./queries";

const staff = accountActor("staff");
const soon = new Date(Date.now() + 86_400_000);
const today = dayIn("America/New_York", new Date());

async function makePractitioner() {
  const center = await make.center();
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id, centerId: center.id });
  const other = await make.practitioner({ centerId: center.id });
  for (let each = 0; each < 3; each += 1) {
    const client = await make.client({ centerId: center.id, practitionerId: practitioner.id });
    const about = { clientId: client.id, practitionerId: practitioner.id, centerId: center.id };
    await make.session(about);
    const { id } = await make.session(about);
    await db.session.update({ where: { id }, data: { startsAt: soon, endsAt: soon, status: "BOOKED" } });
    await db.task.create({ data: { subject: "Call", assigneeId: account.id, createdAt: new Date() } });
  }
  const foreign = await make.client({ centerId: center.id, practitionerId: other.id });
  return { account, practitioner, other, foreign };
}

it("S1-15 S1-16 every count beside a practitioner is the length of the list it opens, for whoever looks", async () => {
  const { account, practitioner, other, foreign } = await makePractitioner();
  const colleague = accountActor("practitioner", { practitionerId: other.id });
  for (const actor of [staff, colleague]) {
    const filter = clientsOfPractitioner(practitioner.id);
    const clients = await listClients(actor, { filter, sort: "name", direction: "asc" });
    expect((await countClients(actor, { filter })).count).toBe(clients.rows.length);
    expect(clients.rows.map(({ id }) => id)).not.toContain(foreign.id);
    const sessions = await listFutureSessions(actor, { practitionerId: practitioner.id });
    expect(await countFutureSessions(actor, practitioner.id)).toBe(sessions.rows.length);
    const tasks = await listTasks(actor, { view: "everyone", assignee: account.id }, { today });
    expect(await countTasksOf(actor, account.id, { today })).toBe(tasks.rows.length);
  }
  expect(await countFutureSessions(staff, practitioner.id)).toBe(3);
  expect(await countFutureSessions(colleague, practitioner.id)).toBe(0);
});
