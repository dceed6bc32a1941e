import { beforeAll, expect, it } from "vitest";
import { recordPayment } from "@/lib/features/billing/commands";
import { recordPaymentInput } from "@/lib/features/billing/schema";
import { listClients } from "@/lib/features/clients/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { signInToPortal } from "@/lib/features/portal-logins/sign-ins/commands";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { newId } from "@/lib/values/id";
import { accountActor, anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { statusGiven } from "@/prisma/factories/updates";

let staff: ReturnType<typeof accountActor>;

beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account({ role: "STAFF" })).id });
});

it("S3-12 a client who has never had a session can stand as Prospect, is listed by the Prospect filter, and cannot sign in, be in sessions or pay", async () => {
  const { client, contact } = await make.clientWithOwner();
  const used = await make.client();
  const { id: practitionerId } = await make.practitioner();
  const statusId = await make.statusId("PROSPECT");
  expect(await statusGiven(staff, { statusId, ids: [client.id] })).toMatchObject({ changed: 1 });

  expect(await findClient(staff, client.id)).toMatchObject({ status: { standing: "PROSPECT" }, sessionCount: 0 });
  const filter = { all: [{ field: "standing", operator: "one_of" as const, value: ["PROSPECT"] }] };
  const { rows } = await listClients(staff, { filter, sort: "newest", direction: "desc" });
  expect(rows.map(({ id }) => id)).toContain(client.id);
  expect(rows.map(({ id }) => id)).not.toContain(used.id);

  const name = contact.email ?? "";
  const enter = signInToPortal(anonymousActor({ ip: "192.0.2.7" }), { name, password: PASSWORD }, { userAgent: null });
  await expect(enter).rejects.toMatchObject({ code: "sign_in_failed" });
  const session = {
    date: "2026-03-10",
    start: "14:00",
    minutes: "45",
    type: "Online",
    practitionerIds: [practitionerId],
  };
  const attend = recordSession(staff, recordSessionInput.parse({ ...session, clientIds: [client.id] }));
  await expect(attend).rejects.toMatchObject({ code: "not_active" });
  const payment = { amount: "20", receivedOn: "2026-03-10", method: "cash", idempotencyKey: newId() };
  const pay = recordPayment(staff, recordPaymentInput.parse({ ...payment, clientId: client.id }));
  await expect(pay).rejects.toMatchObject({ code: "not_active" });
});
