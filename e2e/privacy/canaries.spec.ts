import { makeCopy } from "@/lib/features/agreements/copies/commands";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { updated } from "@/prisma/factories/updates";
import { pdfText } from "../support/pdf-text";
import { signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const at = new Date("2026-01-15T15:00:00Z");
/** What stands in every secret below; nobody outside of staff may ever be sent it. */
const CANARY = "quokka";

/** A client with a secret in each of the places that only staff, or only one of them, may read. */
async function world() {
  const author = await make.account({ firstName: "Ada", lastName: "Author" });
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const { client, contact, login } = await make.clientWithOwner({ practitionerId: practitioner.id });
  const session = await make.session({
    clientId: client.id,
    practitionerId: practitioner.id,
    centerId: client.centerId,
  });
  await db.session.update({
    where: { id: session.id },
    data: { staffNotes: `${CANARY} note`, sharedNotes: "For everybody" },
    select: { id: true },
  });
  const other = await make.contact();
  await make.relationship({ clientId: client.id, contactId: other.id });
  const guardian = await make.contact();
  await make.relationship({ clientId: client.id, contactId: guardian.id, isGuardian: true });
  const subjects = [
    ["client", client.id],
    ["contact", contact.id],
    ["practitioner", practitioner.id],
    ["account", account.id],
  ] as const;
  for (const [subjectKind, subjectId] of subjects) {
    const about = { subjectKind, subjectId };
    await db.staffNote.create({ data: { ...about, text: `${CANARY} note` } });
    await db.pinnedNote.create({ data: { ...about, text: `${CANARY} pin`, authorName: "Ada", createdAt: at } });
  }
  for (const [subjectKind, subjectId] of [subjects[0], subjects[1]])
    await make.document({ subjectKind, subjectId, name: `${CANARY}.txt`, folder: `${CANARY} folder` });
  const { id: documentId } = await make.document({ subjectId: client.id, bytes: Buffer.from(`${CANARY} text`) });
  await db.message.create({
    data: {
      text: `${CANARY} message`,
      authorName: "Ada",
      postedAt: at,
      links: { create: { subjectKind: "client", subjectId: client.id, postedAt: at } },
    },
  });
  const draft = { name: `${CANARY} draft`, text: `${CANARY} draft` };
  for (const key of [`client-edit:${client.id}`, `contact-edit:${contact.id}`, `message:client:${client.id}`])
    await db.formDraft.create({ data: { accountId: author.id, key, values: draft, savedAt: at } });
  await db.clientColour.create({ data: { accountId: author.id, clientId: client.id, colour: "violet" } });
  const people = {
    practitioner: { accountId: account.id },
    owner: { portalLoginId: login.id },
    other: { portalLoginId: (await make.portalLogin({ contactId: other.id })).id },
    guardian: { portalLoginId: (await make.portalLogin({ contactId: guardian.id })).id },
  };
  const ids = { client: client.id, contact: contact.id, practitioner: practitioner.id, session: session.id };
  return { author, people, documentId, ids };
}

type World = Awaited<ReturnType<typeof world>>;

/** Everything that somebody could open, whether or not it is theirs. */
function addresses({ ids, documentId }: World): string[] {
  const record = `/staff/clients/${ids.client}`;
  const pages = ["", "/contacts", "/documents", "/documents?bin=1", "/sessions", "/availability", "/payments", "/edit"];
  return [
    ...pages.map((page) => record + page),
    ...[
      `/staff/sessions/${ids.session}`,
      `/staff/sessions/${ids.session}/edit`,
      `/staff/sessions/new?client=${ids.client}`,
    ],
    ...[`/staff/contacts/${ids.contact}`, `/staff/contacts/${ids.contact}/edit`],
    ...[`/staff/practitioners/${ids.practitioner}`, `/staff/practitioners/${ids.practitioner}/edit`],
    ...["/staff", "/staff/clients", "/staff/contacts", "/staff/tasks", "/staff/inbox", "/staff/account"],
    ...[`/staff/clients?q=${CANARY}`, `/api/live/search?q=${CANARY}`, "/api/live/inbox", "/api/live/colleagues"],
    ...["/", "/documents", "/my-information", "/sign-agreement", "/availability", "/training-events", "/account"],
    ...["/sessions", "/practitioners"],
    ...[`/api/documents/${documentId}`, `/api/documents/${documentId}/preview`],
  ];
}

async function leaksTo(origin: string, cookie: string, list: readonly string[]): Promise<string[]> {
  const leaks: string[] = [];
  for (const address of list) {
    for (const rsc of [false, true]) {
      const headers: Record<string, string> = rsc ? { cookie, rsc: "1" } : { cookie };
      const answer = await fetch(origin + address, { headers, redirect: "manual" });
      const body = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
      // What was asked for stands in the page's own address.
      const asked = address.includes(CANARY) ? body.replaceAll(`q=${CANARY}`, "").replaceAll(`"${CANARY}"`, "") : body;
      if (new RegExp(`${CANARY} |${CANARY}\\.txt|Your calendar colour: Violet`).test(asked))
        leaks.push(`${address} rsc=${rsc}`);
    }
  }
  return leaks;
}

test("AZ-06 S3-40 S3-41 S3-43 notes, pins, staff's documents and messages, drafts and colours reach nobody they are not for", async ({
  app,
}) => {
  test.setTimeout(240_000);
  const made = await world();
  for (const [who, person] of Object.entries(made.people)) {
    const { name, value } = await signInCookie(person, { origin: app.origin });
    expect([who, await leaksTo(app.origin, `${name}=${value}`, addresses(made))]).toEqual([who, []]);
  }
  const mails = await db.outboxMail.findMany({ select: { subject: true, html: true, text: true, headers: true } });
  expect(JSON.stringify([mails, app.mailbox()])).not.toContain(CANARY);
  const found = await db.searchEntry.count({ where: { text: { contains: CANARY } } });
  expect(found).toBe(0);
});

test("S4-21 AZ-06 a colleague of staff sees notes and documents, but neither another's draft nor colour", async ({
  app,
}) => {
  const made = await world();
  const { id: accountId } = await make.account();
  const { name, value } = await signInCookie({ accountId }, { origin: app.origin });
  const read = async (address: string) =>
    (await fetch(app.origin + address, { headers: { cookie: `${name}=${value}` } })).text();
  const record = `/staff/clients/${made.ids.client}`;
  expect((await read(record)).includes(`${CANARY} note`)).toBe(true);
  expect((await read(`/staff/sessions/${made.ids.session}`)).includes(`${CANARY} note`)).toBe(true);
  expect((await read(`${record}/documents`)).includes(`${CANARY}.txt`)).toBe(true);
  for (const address of [record, `${record}/edit`, `/staff/contacts/${made.ids.contact}/edit`]) {
    const page = await read(address);
    const seen = [`${CANARY} draft`, "Your calendar colour: Violet"].filter((secret) => page.includes(secret));
    expect([address, seen]).toEqual([address, []]);
  }
});

/** The copy of an electronic signature of this client's owner. */
async function signedCopyOf({ ids }: World) {
  const text = await make.agreementText();
  const { id } = await db.signature.create({
    data: {
      clientId: ids.client,
      contactId: ids.contact,
      agreementVersionId: text.id,
      textSha256: text.textSha256,
      method: "ELECTRONIC",
      signerName: "Wilhelmina Signer",
      signedAt: at,
      signedOn: at,
      verificationCode: newId().slice(-12),
    },
  });
  await makeCopy(id);
  return `/api/agreements/${id}`;
}

test("AZ-06 S3-40 S4-21 the sheets and papers we make say nothing of notes, drafts, colours or staff's documents", async ({
  app,
}) => {
  const made = await world();
  const { number, name } = await db.client.findUniqueOrThrow({ where: { id: made.ids.client } });
  const { id: accountId } = await make.account();
  const staff = accountActor("staff", { accountId, confirmed: true });
  const { operationId } = await updated(staff, {
    noun: "clients",
    field: "language",
    value: "es",
    ids: [made.ids.client],
  });
  const [colleague, owner] = await Promise.all([
    signInCookie({ accountId }, { origin: app.origin, confirmed: true }),
    signInCookie(made.people.owner, { origin: app.origin }),
  ]);
  const cookie = `${colleague.name}=${colleague.value}`;
  const body = `Client Number,Client Name\n${number},${name}\n`;
  const headers = { cookie, origin: app.origin };
  const handed = await fetch(`${app.origin}/api/imports?name=clients.csv`, { method: "POST", headers, body });
  const { operationId: importId } = await handed.json();
  for (const sheet of [`/api/updates/${operationId}/results`, `/api/imports/${importId}/results`]) {
    const text = await (await fetch(app.origin + sheet, { headers })).text();
    expect(text).toMatch(/\r?\n|,/);
    expect(text).not.toMatch(new RegExp(`${CANARY}|violet`, "i"));
  }
  const copy = await fetch(app.origin + (await signedCopyOf(made)), {
    headers: { cookie: `${owner.name}=${owner.value}` },
  });
  const said = pdfText(Buffer.from(await copy.arrayBuffer()));
  expect(said).toContain("Wilhelmina Signer");
  expect(said).not.toMatch(new RegExp(`${CANARY}|violet`, "i"));
});
