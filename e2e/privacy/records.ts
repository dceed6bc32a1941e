import { randomBytes } from "node:crypto";
import { db, inTransaction } from "@/lib/platform/db/db";
import { storeFile } from "@/lib/platform/files/store";
import { accountActor } from "../../prisma/factories/actors";
import { make } from "../../prisma/factories/make";
import { planned } from "../../prisma/factories/updates";
import { ask } from "../support/ask";
import { builtActions, callAction } from "../support/call-action";
import { cookieOf, randomId, type World } from "./world";

/** A value for each parameter that an address can have. */
export type Parameters = Record<string, string>;

const SHEET = "Client Number,Client Name\n1,Imported Bakery\n";

/**
 * What each parameter can be: `own` of the people the world is about, `foreign` of somebody else, `unknown` of nobody.
 * Every record says the word `marks` names, which no page may show to somebody who must not see it.
 */
export async function makeRecords(world: World, origin: string) {
  const mark = { own: `Ownmark${hex()}`, foreign: `Foreignmark${hex()}` };
  const { own, ids } = world;
  const by = { origin, cookie: await cookieOf(world, "SC", origin) };
  await nameIt(own, mark.own);
  await nameIt({ clientId: ids.clientId ?? "", contactId: ids.contactId ?? "" }, mark.foreign);
  const event = await make.trainingEvent({ title: mark.own, audience: "PUBLIC" });
  const draft = await make.trainingEvent({ title: mark.foreign, status: "DRAFT" });
  const mailing = await make.mailing({ subject: mark.own, clientIds: [own.clientId] });
  const practitioner = await make.practitioner({ lastName: mark.own });
  const account = await make.account({ lastName: mark.own });
  const common: Parameters = {
    accountId: account.id,
    centerId: (await make.center({ name: mark.own })).id,
    groupId: (await db.rightsGroup.create({ data: { name: mark.own } })).id,
    mailingId: mailing.id,
    practitionerId: practitioner.id,
    templateId: ids.templateId ?? "",
    statusId: ids.statusId ?? "",
    testimonialId: ids.testimonialId ?? "",
    key: "welcome-contact",
    language: "en",
    nextauth: "session",
    code: "0000-0000-0000",
    token: randomBytes(32).toString("base64url"),
    importId: await importOf(by),
    updateId: await updateOf(own.clientId, account.id),
    mergeId: await mergeOf(by, mark.own),
  };
  const prospect = await make.prospect({ name: mark.own, ownerId: accountIdOf(world) });
  const theirProspect = await make.prospect({ name: mark.foreign });
  const mine = {
    ...common,
    prospectId: prospect.id,
    taskId: (await db.task.create({ data: { ...TASK, assigneeId: accountIdOf(world) } })).id,
    ...(await documentsOf(own.clientId)),
    ...own,
    eventId: event.id,
    sessionId: await sessionOf(world, own.clientId),
    signatureId: await signatureOf(own, mark.own),
  };
  const foreign = {
    ...common,
    clientId: ids.clientId ?? "",
    contactId: ids.contactId ?? "",
    eventId: draft.id,
    sessionId: ids.sessionId ?? "",
    prospectId: theirProspect.id,
    taskId: ids.taskId ?? "",
    ...(await documentsOf(ids.clientId ?? "")),
    signatureId: await signatureOf({ clientId: ids.clientId ?? "", contactId: ids.contactId ?? "" }, mark.foreign),
  };
  const unknown = { ...common, ...Object.fromEntries(OF_PEOPLE.map((name) => [name, randomId()])) };
  return { own: mine as Parameters, foreign: foreign as Parameters, unknown: unknown as Parameters, mark };
}

export type Records = Awaited<ReturnType<typeof makeRecords>>;

/** Something the practitioner has to do. */
const TASK = { subject: "Ask for the lease", createdAt: new Date("2026-01-01T12:00:00Z") };

/** A document that its client sees, of a kind that is shown in place. */
const PAGE = { visibility: "CLIENT", name: "Letter.pdf", contentType: "application/pdf" } as const;

/** One document to look at and one to replace. */
async function documentsOf(subjectId: string) {
  const [shown, replaced] = [await make.document({ ...PAGE, subjectId }), await make.document({ ...PAGE, subjectId })];
  return { documentId: shown.id, replacedId: replaced.id };
}

/** A session of the practitioner with their client, booked for later. */
async function sessionOf({ ids }: World, clientId: string): Promise<string> {
  const { centerId = "", practitionerId = "" } = ids;
  const startsAt = new Date("2033-02-01T15:00:00Z");
  return (await make.session({ clientId, centerId, practitionerId, startsAt, status: "BOOKED", ofSeries: true })).id;
}

/** The practitioner's account. */
function accountIdOf({ people }: World): string {
  const { person } = people.PR;
  return "accountId" in person ? person.accountId : "";
}

const hex = () => randomBytes(4).toString("hex");

type Ids = { clientId: string; contactId: string };

async function nameIt({ clientId, contactId }: Ids, name: string) {
  await db.client.update({ where: { id: clientId }, data: { name }, select: { id: true } });
  await db.contact.update({ where: { id: contactId }, data: { lastName: name }, select: { id: true } });
}

async function signatureOf({ clientId, contactId }: Ids, signerName: string): Promise<string> {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${signerName}`);
  const scan = await inTransaction((tx) =>
    storeFile(tx, { name: "signed.pdf", contentType: "application/pdf", bytes }),
  );
  const signedAt = new Date();
  const { id } = await db.signature.create({
    data: {
      clientId,
      contactId,
      method: "PAPER",
      signerName,
      signedAt,
      signedOn: new Date("2026-01-15"),
      scanFileId: scan.id,
      verificationCode: hex() + hex(),
    },
    select: { id: true },
  });
  return id;
}

const updateOf = (clientId: string, accountId: string) =>
  planned(accountActor("staff", { accountId }), { noun: "clients", field: "language", value: "es", ids: [clientId] });

const OF_PEOPLE = [
  "clientId",
  "contactId",
  "eventId",
  "sessionId",
  "signatureId",
  "prospectId",
  "documentId",
  "replacedId",
  "taskId",
];

type By = { origin: string; cookie: string | null };

async function importOf({ origin, cookie }: By): Promise<string> {
  const question = { address: "/api/imports?name=sheet.csv", method: "POST", cookie, body: SHEET };
  const { body } = await ask(origin, question);
  return JSON.parse(body).operationId;
}

async function mergeOf({ origin, cookie }: By, lastName: string): Promise<string> {
  const winner = await make.contact({ lastName });
  const loser = await make.contact({ lastName });
  const take = ["firstName", "lastName", "email", "phone", "language", "doNotMail"];
  const fields = {
    "people[]": [winner, loser].map(({ id, version }) => `${id}.${version}`),
    winnerId: winner.id,
    ...Object.fromEntries(take.map((field) => [`take.${field}`, winner.id])),
  };
  const action = builtActions().find(({ name }) => name === "mergeContactsAction") ?? { id: "", address: "/staff" };
  const answer = await callAction(origin, action, { cookie, fields });
  if (answer.code !== "ok" && answer.code !== "redirect") throw new Error(answer.body);
  const { id } = await db.operation.findFirstOrThrow({
    where: { kind: { contains: "merge" } },
    orderBy: { id: "desc" },
  });
  return id;
}
