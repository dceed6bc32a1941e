import { beforeAll, expect, it } from "vitest";
import { findClient } from "@/lib/features/clients/record/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { editBilling } from "./commands";
import { findBillingSetup } from "./queries";
import { editBillingInput } from "./schema";

let staff: AccountActor;
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
});

type Fields = { version?: number; method?: string; recipientIds?: string[] };
const save = (clientId: string, fields: Fields = {}) =>
  editBilling(
    staff,
    editBillingInput.parse({ clientId, version: 0, cycle: "MONTHLY", method: "EMAIL", termsDays: "30", ...fields }),
  );

it("S4-39 a client's cycle, way and recipients of invoices are kept, and history says what changed", async () => {
  const { client, contact } = await make.clientWithOwner();
  expect(await findBillingSetup(staff, client.id)).toMatchObject({ version: 0, cycle: null, termsDays: 30 });
  await save(client.id, { recipientIds: [contact.id] });
  const setup = await findBillingSetup(staff, client.id);
  expect(setup).toMatchObject({ version: 1, cycle: "MONTHLY", method: "EMAIL" });
  expect(setup?.contacts).toMatchObject([{ id: contact.id, gets: true }]);
  const [line] = await db.streamEntry.findMany({ where: { clientId: client.id } });
  expect(line).toMatchObject({ kind: "billing.edited", data: { changes: { billingCycle: { to: "MONTHLY" } } } });
  expect(await findClient(staff, client.id)).not.toBeNull();
});

it("S4-39 invoices by e-mail need somebody with an address; by post nobody is needed", async () => {
  const client = await make.client();
  const silent = await make.contact({ email: null });
  await make.relationship({ clientId: client.id, contactId: silent.id, isPrimary: true });
  const at = (code: string) => ({ code, field: "recipientIds[]" });
  await expect(save(client.id)).rejects.toMatchObject(at("no_recipient"));
  await expect(save(client.id, { recipientIds: [silent.id] })).rejects.toMatchObject(at("no_address"));
  await save(client.id, { method: "POST" });
  expect(await findBillingSetup(staff, client.id)).toMatchObject({ method: "POST", version: 1 });
});

it("S4-39 a stranger's contact never gets a client's invoices, and the second of two savers is told", async () => {
  const { client, contact } = await make.clientWithOwner();
  const stranger = await make.contact();
  await expect(save(client.id, { recipientIds: [stranger.id] })).rejects.toMatchObject({ code: "not_found" });
  const both = await Promise.allSettled([
    save(client.id, { recipientIds: [contact.id] }),
    save(client.id, { recipientIds: [contact.id], method: "PORTAL" }),
  ]);
  const refused = both.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(refused).toEqual(["changed_meanwhile"]);
});
