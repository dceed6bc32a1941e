import { randomBytes } from "node:crypto";
import { db } from "@/lib/platform/db/db";
import { make } from "../../prisma/factories/make";
import type { Fields } from "../support/call-action";
import { type Person, signInCookie } from "../support/sign-in-as";
import type { Principal } from "./expected";

/** A small organisation with one of every principal and one of every record that something can be done to. */
export async function makeWorld() {
  const center = await make.center();
  const administrator = await make.account({ role: "ADMINISTRATOR" });
  const staff = await make.account();
  const practitionerAccount = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: practitionerAccount.id, centerId: center.id });
  const { client, contact, login } = await make.clientWithOwner({
    centerId: center.id,
    practitionerId: practitioner.id,
  });
  const other = await personOf(client.id, {});
  const guardian = await personOf((await make.client({ centerId: center.id, isPerson: true })).id, {
    isGuardian: true,
  });
  const stranger = await make.clientWithOwner({ centerId: center.id });
  const event = await make.trainingEvent({ centerId: center.id });
  const elsewhere = await make.practitioner({ centerId: center.id });
  const session = await make.session({
    clientId: stranger.client.id,
    practitionerId: elsewhere.id,
    centerId: center.id,
    startsAt: new Date("2033-01-03T15:00:00Z"),
    status: "BOOKED",
    ofSeries: true,
  });
  const about = { eventId: event.id, stranger, clientId: client.id, senderId: staff.id };
  const requestId = await askedToCover({ sessionId: session.id, awayId: elsewhere.id });
  const records = await recordsOf({ ...about, elsewhereId: elsewhere.id });
  const colleague = await make.account();
  const people: Record<Exclude<Principal, "AN">, { person: Person; confirmed?: boolean }> = {
    AD: { person: { accountId: administrator.id }, confirmed: true },
    AS: { person: { accountId: administrator.id } },
    SC: { person: { accountId: staff.id }, confirmed: true },
    ST: { person: { accountId: staff.id } },
    PR: { person: { accountId: practitionerAccount.id } },
    PC: { person: { portalLoginId: login.id } },
    OC: { person: { portalLoginId: other.login.id } },
    GU: { person: { portalLoginId: guardian.login.id } },
  };
  const ids = {
    clientId: stranger.client.id,
    contactId: stranger.contact.id,
    accountId: colleague.id,
    eventId: event.id,
    sessionId: session.id,
    requestId,
    ...records,
    practitionerId: practitioner.id,
    centerId: center.id,
    statusId: client.statusId,
  };
  return { people, ids, own: { clientId: client.id, contactId: contact.id } };
}

type Stranger = Awaited<ReturnType<typeof make.clientWithOwner>>;
type About = { eventId: string; stranger: Stranger; clientId: string; senderId: string; elsewhereId: string };

/** A registration, a task, a template and a mailing that somebody could try to touch. */
async function recordsOf({ eventId, stranger, clientId, senderId, elsewhereId }: About) {
  const createdAt = new Date();
  const body = JSON.parse(WORK.body);
  const registration = await db.registration.create({
    data: {
      eventId,
      contactId: stranger.contact.id,
      clientId: stranger.client.id,
      name: "Stranger",
      email: "stranger@example.org",
      status: "CONFIRMED",
      createdAt,
    },
  });
  const task = await db.task.create({ data: { subject: "Call back", createdAt } });
  const prospect = await make.prospect();
  const person = await make.prospectContact({ prospectId: prospect.id });
  const sales = { prospectId: prospect.id, personId: person.id, stageId: prospect.stageId };
  const template = await db.emailTemplate.create({
    data: { recordType: "client", language: "en", name: "Hello", subject: "Hello", body },
  });
  const selection = { all: false, ids: [clientId], except: [] };
  const testimonial = await db.testimonial.create({ data: { quote: "They helped us.", author: "Ada Owner" } });
  const grants = { testimonials: ["quote"] };
  const key = {
    name: "Web site",
    tokenHash: randomBytes(32).toString("hex"),
    hint: "abcd",
    grants,
    accountId: senderId,
    createdAt,
  };
  const { id: keyId } = await db.apiKey.create({ data: { ...key, expiresAt: createdAt } });
  const mailing = await db.mailing.create({ data: { subject: "Hello", body, senderId, selection, createdAt } });
  const about = { subjectKind: "client", subjectId: stranger.client.id };
  const document = await make.document({ subjectId: about.subjectId });
  const pin = await db.pinnedNote.create({ data: { ...about, text: "Call first", authorName: "Sam", createdAt } });
  const waiting = { kind: "mention", sourceId: pin.id, actorName: "Sam", at: createdAt };
  const item = await db.inboxItem.create({ data: { ...about, ...waiting, accountId: senderId } });
  const asked = { field: "city", newValue: "Evanston", contactName: "Stranger", proposedAt: createdAt };
  const proposal = await db.proposal.create({ data: { ...asked, clientId: stranger.client.id } });
  const noted = { documentId: document.id, pinId: pin.id, itemId: item.id, newestId: item.id };
  return {
    ...sales,
    ...noted,
    proposalId: proposal.id,
    ...(await offeredTo(stranger.client.id, elsewhereId)),
    registrationId: registration.id,
    taskId: task.id,
    testimonialId: testimonial.id,
    keyId,
    templateId: template.id,
    mailingId: mailing.id,
  };
}

/** A free time that is offered to a client who waits. */
async function offeredTo(clientId: string, practitionerId: string) {
  const [createdAt, startsAt, until] = [new Date(), new Date("2033-03-01T15:00:00Z"), new Date("2033-02-01T15:00:00Z")];
  const { id: waitId } = await db.sessionWait.create({ data: { clientId, createdAt } });
  const { id: slotId } = await db.freedSlot.create({ data: { practitionerId, startsAt, freedAt: createdAt } });
  const offer = { slotId, waitId, alone: true, endsAt: startsAt, expiresAt: until, createdAt };
  return { waitId, offerId: (await db.slotOffer.create({ data: offer })).id };
}

/** A colleague is asked to take a session of somebody who is away. */
async function askedToCover(about: { sessionId: string; awayId: string }): Promise<string> {
  const { id: practitionerId } = await make.practitioner();
  const day = new Date("2033-01-03T00:00:00Z");
  const away = { practitionerId: about.awayId, firstDay: day, lastDay: day, timeZone: "UTC" };
  await db.timeOff.create({ data: away });
  return (await db.coverRequest.create({ data: { ...about, practitionerId, createdAt: new Date() } })).id;
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

async function personOf(clientId: string, relationship: { isGuardian?: boolean }) {
  const contact = await make.contact();
  await make.relationship({ clientId, contactId: contact.id, ...relationship });
  return { contact, login: await make.portalLogin({ contactId: contact.id }) };
}

/** A fresh sign-in of a principal, as a Cookie header; null for nobody. */
export async function cookieOf(world: World, principal: Principal, origin: string): Promise<string | null> {
  if (principal === "AN") return null;
  const { person, confirmed = false } = world.people[principal];
  const { name, value } = await signInCookie(person, { origin, confirmed });
  return `${name}=${value}`;
}

/** Every field any form has, filled so that it would be taken: what a stranger would send who knows the forms. */
export function everyField(ids: Record<string, string>): Fields {
  return {
    ...ids,
    ...PEOPLE,
    ...WORK,
    "ids[]": [ids.clientId ?? ""],
    "clientIds[]": [ids.clientId ?? ""],
    "practitionerIds[]": [ids.practitionerId ?? ""],
    winnerId: ids.contactId ?? "",
    "loserIds[]": [ids.contactId ?? ""],
    subjectKind: "client",
    subjectId: ids.clientId ?? "",
    relationshipId: randomId(),
    recipientId: randomId(),
    operationId: randomId(),
    signInId: randomId(),
    idempotencyKey: randomId(),
    versionId: randomId(),
    actionCodeId: randomId(),
    attendanceId: randomId(),
    // Columns that no form has: writing any of them would be a finding.
    role: "ADMINISTRATOR",
    isOwner: "on",
    isPrimary: "on",
    portalAllowed: "on",
    passwordHash: "x",
    deletedAt: "2026-01-01",
    createdAt: "2026-01-01",
  };
}

const PEOPLE = {
  name: "Changed Name",
  firstName: "Changed",
  lastName: "Person",
  email: "changed@example.org",
  username: "changed-name",
  phone: "+13125550199",
  language: "en",
  title: "Changed",
  password: "a changed password 77",
  newPassword: "a changed password 77",
  repeated: "a changed password 77",
  identifier: "changed@example.org",
  address: "changed@example.org",
  code: "12345678",
  token: randomBytes(16).toString("base64url"),
};

const WORK = {
  version: "1",
  subject: "Changed subject",
  body: '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Changed"}]}]}',
  date: "2026-12-01",
  signedOn: "2026-11-01",
  signerName: "Changed Person",
  startsOn: "2026-12-01",
  start: "09:00",
  end: "10:00",
  timeZone: "America/Chicago",
  minutes: "60",
  type: "Online",
  reportable: "on",
  amount: "120.00",
  receivedOn: "2026-01-15",
  method: "check",
  reference: "1042",
  kind: "CLIENT",
  status: "ACTIVE",
  notes: "Changed",
  text: "Changed",
  archived: "true",
  list: "clients",
  reason: "Changed",
  key: "welcome-contact",
  recordType: "client",
};

/** An id that nothing has. */
export function randomId(): string {
  const hex = randomBytes(16).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
