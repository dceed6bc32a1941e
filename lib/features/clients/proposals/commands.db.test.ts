import { beforeEach, expect, it } from "vitest";
import { editClient } from "@/lib/features/clients/commands";
import { editCompany } from "@/lib/features/clients/portal/commands";
import { listPortalClients } from "@/lib/features/clients/portal/queries";
import { editCompanyInput } from "@/lib/features/clients/portal/schema";
import { findClient } from "@/lib/features/clients/record/queries";
import { editInputOf } from "@/lib/features/clients/record/rules";
import { changeSetting } from "@/lib/features/settings/commands";
import { type AccountActor, type ContactActor, systemActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { acceptProposal, declineProposal, withdrawProposal } from "./commands";
import { tellDecisions } from "./jobs";
import { listProposals, listWaitingProposals } from "./queries";

const set = (change: object) => changeSetting(systemActor("Test"), "portalFields", change);
const staff = accountActor("staff", { name: "Ada Staff" });
let client: { id: string; version: number };
let contactId: string;
let owner: ContactActor;

beforeEach(async () => {
  client = await make.client({ name: "Blue Heron", city: "Chicago", phone: "+13125550142", industry: "Coffee" });
  contactId = (await make.contact({ firstName: "Olga", lastName: "Owner", email: "olga@mail.example" })).id;
  await make.relationship({ clientId: client.id, contactId, isOwner: true });
  owner = contactActor(contactId, [{ clientId: client.id, isOwner: true }]);
  await changeSetting(systemActor("Test"), "portal", { ownersMayEdit: true });
  await set({ name: "STAFF", city: "STAFF", phone: "AT_ONCE", industry: "NONE" });
});

const stored = () => db.client.findUniqueOrThrow({ where: { id: client.id } });
async function correct(change: Record<string, unknown>, actor = owner) {
  const { version, name, city, phone, industry } = await stored();
  const input = { clientId: client.id, version, name, city, phone, industry, ...change };
  return editCompany(actor, editCompanyInput.parse(input));
}
const waiting = async (actor: AccountActor = staff) =>
  listWaitingProposals(actor, { id: client.id, waitingProposals: 1 });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

it("a correction counts at once, waits, or is refused with everything typed, as each field is set", async () => {
  expect(await correct({ city: "Evanston", phone: "773-555-0199" })).toEqual({ waiting: 1 });
  expect(await stored()).toMatchObject({ city: "Chicago", phone: "+17735550199" });
  expect(await waiting()).toMatchObject([{ field: "city", from: "Chicago", now: "Chicago", to: "Evanston" }]);
  await expect(correct({ industry: "Tea", phone: "312-555-0100" })).rejects.toMatchObject({
    code: "field_closed",
    field: "industry",
  });
  expect(await stored()).toMatchObject({ industry: "Coffee", phone: "+17735550199" });
  expect((await findClient(staff, client.id))?.waitingProposals).toBe(1);
});

it("AZ-10 with the switch off nothing is asked any more, and what waits can still be withdrawn", async () => {
  await correct({ city: "Evanston" });
  await changeSetting(systemActor("Test"), "portal", { ownersMayEdit: false });
  expect(await code(correct({ city: "Peoria" }))).toBe("switched_off");
  const [asked] = await waiting();
  await withdrawProposal(owner, { proposalId: asked?.id ?? "" });
  expect(await waiting()).toEqual([]);
});

it("an accepted change is an ordinary edit, told in the stream with both names and in one mail with its fellow", async () => {
  await correct({ city: "Evanston", name: "Blue Heron Roasters" });
  const [name, city] = (await waiting()).toSorted((a, b) => (a.field < b.field ? 1 : -1));
  await acceptProposal(staff, { proposalId: city?.id ?? "", seen: "Chicago" });
  await declineProposal(staff, { proposalId: name?.id ?? "", reason: "Send the new license first" });
  expect(await stored()).toMatchObject({ city: "Evanston", name: "Blue Heron" });
  const told = await db.streamEntry.findMany({ where: { clientId: client.id }, orderBy: { id: "asc" } });
  expect(told.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["proposal.made", "client.edited", "proposal.accepted", "proposal.declined"]),
  );
  expect(told.find(({ kind }) => kind === "proposal.accepted")).toMatchObject({
    actorName: "Ada Staff",
    data: { contact: owner.name, changes: { city: { from: "Chicago", to: "Evanston" } } },
  });
  const [own] = await listPortalClients(owner);
  expect(own?.proposals.map(({ state, reason }) => [state, reason])).toEqual(
    expect.arrayContaining([
      ["ACCEPTED", null],
      ["DECLINED", "Send the new license first"],
    ]),
  );
  await tellDecisions({ clientId: client.id, contactId });
  await tellDecisions({ clientId: client.id, contactId });
  const mails = await db.outboxMail.findMany({ where: { source: { startsWith: "proposals:" } } });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain("Evanston (accepted)");
  expect(mails[0]?.text).toContain("Send the new license first");
});

it("a value that changed meanwhile is shown before anybody decides over it", async () => {
  await correct({ city: "Evanston" });
  const [asked] = await waiting();
  const before = await findClient(staff, client.id);
  if (!asked || !before) throw new Error("one waits");
  await editClient(staff, { ...editInputOf(before), city: "Joliet" });
  expect(await code(acceptProposal(staff, { proposalId: asked.id, seen: "Chicago" }))).toBe("changed_meanwhile");
  expect(await waiting()).toMatchObject([{ from: "Chicago", now: "Joliet" }]);
  await acceptProposal(staff, { proposalId: asked.id, seen: "Joliet" });
  expect(await stored()).toMatchObject({ city: "Evanston" });
});

it("of many who decide at the same time one decides, and asking again replaces what was asked", async () => {
  await correct({ city: "Evanston" });
  await correct({ city: "Evanston" });
  await correct({ city: "Peoria" });
  const [asked, ...more] = await waiting();
  expect([asked?.to, more.length]).toEqual(["Peoria", 0]);
  const proposalId = asked?.id ?? "";
  const answers = await Promise.all([
    code(acceptProposal(staff, { proposalId, seen: "Chicago" })),
    code(acceptProposal(staff, { proposalId, seen: "Chicago" })),
    code(declineProposal(staff, { proposalId, reason: "No" })),
    code(withdrawProposal(owner, { proposalId })),
  ]);
  expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
  const twice = await Promise.all([code(correct({ city: "Alton" })), code(correct({ city: "Cairo" }))]);
  expect(twice).toEqual(["done", "done"]);
  expect(await waiting()).toHaveLength(1);
});

it("nobody decides about clients they may not edit, and no other contact withdraws", async () => {
  await correct({ city: "Evanston" });
  const [asked] = await waiting();
  const proposalId = asked?.id ?? "";
  const elsewhere = accountActor("practitioner", { practitionerId: (await make.practitioner()).id });
  expect(await waiting(elsewhere)).toEqual([]);
  expect(await code(acceptProposal(elsewhere, { proposalId, seen: "Chicago" }))).toBe("not_found");
  const other = contactActor((await make.contact()).id, [{ clientId: client.id }]);
  expect(await code(withdrawProposal(other, { proposalId }))).toBe("not_found");
  expect((await listProposals(staff, {})).rows.some(({ id }) => id === proposalId)).toBe(true);
});
