import { CENTER_PARTS } from "@/lib/features/centers/schema";
import { SECTIONS } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "../../prisma/factories/actors";
import { make } from "../../prisma/factories/make";
import { oneOfASeries } from "../../prisma/factories/series";
import { planned } from "../../prisma/factories/updates";
import type { Person } from "./sign-in-as";
import type { Page } from "./test";

/** Somebody of the demonstration, and whether their password counts as confirmed. */
export type Visitor = { name: string; person: Person | null; confirmed?: boolean };

/** A page as somebody of the demonstration opens it. */
export type Visit = {
  address: string;
  as: Visitor;
  /** What is done on the page before it is looked at, and what the picture is then called. */
  pose?: (page: Page) => Promise<void>;
  called?: string;
};

async function accountOf(email: string): Promise<Person> {
  return { accountId: (await db.account.findUniqueOrThrow({ where: { email }, select: { id: true } })).id };
}

async function loginOf(email: string): Promise<Person> {
  const login = await db.portalLogin.findFirstOrThrow({ where: { contact: { email } }, select: { id: true } });
  return { portalLoginId: login.id };
}

export async function visitors() {
  const demo = (name: string) => accountOf(`${name}@lakesprairie.example`);
  return {
    administrator: { name: "administrator", person: await demo("admin"), confirmed: true },
    staff: { name: "staff", person: await demo("staff") },
    practitioner: { name: "practitioner", person: await demo("practitioner") },
    owner: { name: "owner", person: await loginOf("owner@mail.example") },
    spanish: { name: "owner-es", person: await loginOf("carmen@mail.example") },
    other: { name: "other-contact", person: await loginOf("contact@mail.example") },
    guardian: { name: "guardian", person: await loginOf("guardian@mail.example") },
    nobody: { name: "nobody", person: null },
  } satisfies Record<string, Visitor>;
}

/** The records whose pages are visited: those with the most to show. */
async function records() {
  const client = await db.client.findFirstOrThrow({ where: { name: "Lakeshore Physical Therapy" } });
  const contact = await db.contact.findFirstOrThrow({ where: { relationships: { some: { clientId: client.id } } } });
  const preClient = await db.client.findFirstOrThrow({ where: { kind: "PRE_CLIENT" }, orderBy: { number: "asc" } });
  const event = await db.trainingEvent.findFirstOrThrow({ where: { title: { startsWith: "Bookkeeping" } } });
  const publicEvent = await db.trainingEvent.findFirstOrThrow({ where: { title: { startsWith: "Start Your" } } });
  const prospect = await db.prospect.findFirstOrThrow({ where: { name: "Bluff City Bikes" } });
  const practitioner = await db.practitioner.findFirstOrThrow({ where: { lastName: "Whitfield" } });
  const center = await db.center.findFirstOrThrow({ orderBy: { name: "asc" } });
  const account = await db.account.findFirstOrThrow({ where: { role: "PRACTITIONER" } });
  const status = await db.clientStatus.findFirstOrThrow({ where: { blocksSessions: true } });
  const handing = { noun: "clients", field: "practitioner", value: practitioner.id } as const;
  const updateId = await planned(accountActor("administrator", { accountId: account.id, confirmed: true }), {
    ...handing,
    ids: [client.id, preClient.id],
  });
  const testimonial = await db.testimonial.findFirstOrThrow({ orderBy: { id: "asc" } });
  const { sessionId } = await db.attendance.findFirstOrThrow({
    where: { clientId: client.id },
    orderBy: { id: "asc" },
  });
  const ofSeriesId = await oneOfASeries(account.id, { clientId: client.id, practitionerId: practitioner.id });
  const people = { contact, practitioner, account, sessionId, ofSeriesId };
  return { updateId, status, client, preClient, prospect, event, publicEvent, center, testimonial, ...people };
}

/** Every page of every role, on the demonstration. */
export async function allVisits(): Promise<Visit[]> {
  const who = await visitors();
  const what = await records();
  const visits: Visit[] = [];
  const add = (as: Visitor, ...addresses: string[]) => visits.push(...addresses.map((address) => ({ address, as })));
  add(who.nobody, ...signedOut(what.publicEvent.id));
  for (const as of [who.owner, who.spanish, who.other, who.guardian]) add(as, ...portal(what.publicEvent.id));
  add(who.staff, ...backOffice(what));
  const { home, clients, tasks } = paths.staff;
  const [own, other] = [what.preClient.id, what.client.id].map(paths.staff.client);
  add(who.practitioner, home, clients, own ?? "", other ?? "", tasks, paths.staff.calendar, paths.staff.myDay);
  add(who.administrator, ...administration(what));
  return visits;
}

/** The pages of an organisation on its first day: one administrator, and one client who has just been let in. */
export async function firstVisits(): Promise<Visit[]> {
  const administrator = await make.account({ role: "ADMINISTRATOR" });
  const { client, login } = await make.clientWithOwner();
  const as: Visitor = { name: "administrator", person: { accountId: administrator.id }, confirmed: true };
  const owner: Visitor = { name: "owner", person: { portalLoginId: login.id } };
  const { home, clients, contacts, practitioners, events, mailings, tasks, admin } = paths.staff;
  const lists = [
    home,
    clients,
    contacts,
    practitioners,
    events,
    mailings,
    tasks,
    ...[paths.staff.calendar, paths.staff.scheduling, paths.staff.coverage(), paths.staff.waiting],
    paths.staff.testimonials,
    admin.api,
  ];
  const administration = [admin.accounts, admin.centers, admin.configuration, admin.emailTemplates, admin.duplicates];
  const record = ["", "/contacts", "/sessions", "/availability", "/agreement", "/payments"];
  return [
    ...[...lists, ...administration, admin.import, admin.operations].map((address) => ({ address, as })),
    ...record.map((tab) => ({ address: `${paths.staff.client(client.id)}${tab}`, as })),
    ...portalMenu().map((address) => ({ address, as: owner })),
  ];
}

function signedOut(eventId: string): string[] {
  return [
    paths.portal.signIn,
    paths.portal.forgotPassword,
    paths.portal.enterPasscode,
    paths.portal.trainingEvents,
    paths.portal.trainingEvent(eventId),
    paths.portal.inquire("chicago-center"),
    paths.portal.verify("no-such-code"),
    paths.staff.signIn,
    "/no-such-page",
  ];
}

function portalMenu(): string[] {
  const { home, myInformation, signAgreement, trainingEvents, availability, ...further } = paths.portal;
  const { sessions, bookSession, waiting, practitioners, documents, account } = further;
  const underTheThumb = [home, myInformation, signAgreement, trainingEvents, availability];
  return [...underTheThumb, sessions, bookSession, waiting, practitioners, documents, account];
}

const portal = (eventId: string) => [...portalMenu(), paths.portal.trainingEvent(eventId)];

type Records = Awaited<ReturnType<typeof records>>;

function clientPages(own: string): string[] {
  const tabs = ["contacts", "sessions", "documents", "messages", "availability", "agreement", "payments", "details"];
  const further = ["edit", "status", "messages/new", "defaults", "billing", "portal", "history"];
  return [own, ...[...tabs, ...further].map((tab) => `${own}/${tab}`)];
}

function prospectPages(id: string): string[] {
  const { prospects, prospectBoard, prospectSales, newProspect, prospectDocuments } = paths.staff;
  const { editProspect, convertProspect, newMessage, fieldHistory } = paths.staff;
  const own = [editProspect(id), convertProspect(id), prospectDocuments(id), fieldHistory({ kind: "prospect", id })];
  const lists = [prospects, `${prospects}?q=nobody-is-called-this`, prospectBoard, prospectSales, newProspect];
  return [...lists, paths.staff.prospect(id), ...own, newMessage({ kind: "prospect", id })];
}

function contactPages(id: string): string[] {
  const { contacts, contact, contactDocuments, fieldHistory } = paths.staff;
  const own = [`${contact(id)}/edit`, contactDocuments(id), fieldHistory({ kind: "contact", id })];
  return [contacts, `${contacts}/new`, contact(id), ...own];
}

const { session, editSession, sessionSeries } = paths.staff;
const sessionPages = (id: string, ofSeriesId: string) => [session(id), editSession(id), sessionSeries(ofSeriesId)];

const calendarViews = ["day", "week", "month", "agenda", "team"].map((view) => `${paths.staff.calendar}?view=${view}`);

function backOffice({ sessionId, ofSeriesId, ...what }: Records): string[] {
  const { client, contact, preClient, prospect, event, practitioner, testimonial } = what;
  const own = paths.staff.client(client.id);
  return [
    paths.staff.home,
    paths.staff.account,
    paths.staff.confirm,
    paths.staff.clients,
    `${paths.staff.clients}?view=open`,
    `${paths.staff.clients}?q=nobody-is-called-this`,
    `${paths.staff.clients}/new`,
    ...clientPages(own),
    paths.staff.recordSession(client.id),
    ...sessionPages(sessionId, ofSeriesId),
    paths.staff.client(preClient.id),
    paths.staff.makeClient(preClient.id),
    paths.staff.earlierSessions(client.id),
    ...prospectPages(prospect.id),
    ...contactPages(contact.id),
    paths.staff.practitioners,
    `${paths.staff.practitioners}/new`,
    ...["", "/edit", "/availability", "/cover"].map((page) => `${paths.staff.practitioner(practitioner.id)}${page}`),
    paths.staff.events,
    `${paths.staff.events}/new`,
    paths.staff.event(event.id),
    `${paths.staff.event(event.id)}/edit`,
    `${paths.staff.event(event.id)}/roster`,
    paths.staff.mailings,
    `${paths.staff.mailings}/new?client=${client.id}`,
    paths.staff.mailingCompleteness,
    ...[...calendarViews, paths.staff.scheduling, paths.staff.pairing(client.id, { on: "2031-05-05", at: "09:00" })],
    paths.staff.coverage({ center: client.centerId, week: "2031-05-05", at: "2031-05-05T09" }),
    ...[paths.staff.waiting, paths.staff.coverRequests, paths.staff.tasks, paths.staff.newTask],
    paths.staff.inbox,
    paths.staff.recycleBin,
    paths.staff.testimonials,
    paths.staff.newTestimonial,
    paths.staff.testimonial(testimonial.id),
    paths.staff.proposals,
    paths.staff.deleteRecord("client", client.id),
    paths.staff.update("clients", "all=true&field=status"),
    paths.staff.update("tasks", "all=true&view=everyone&field=priority"),
  ];
}

function administration({ center, account, status, updateId }: Records): string[] {
  const { admin } = paths.staff;
  return [
    admin.home,
    admin.accounts,
    `${admin.accounts}/new`,
    `${admin.accounts}/${account.id}`,
    admin.accountRights(account.id),
    admin.leaveAccount(account.id),
    admin.accountSecurity,
    admin.groups,
    admin.newGroup,
    admin.centers,
    `${admin.centers}/new`,
    ...CENTER_PARTS.map((part) => admin.centerPart(center.id, part)),
    ...[admin.configuration, ...Object.keys(SECTIONS).map(admin.configurationSection), admin.agreement],
    admin.configurationFile,
    admin.securityPolicy,
    admin.services,
    admin.statuses,
    admin.status(status.id),
    admin.clientFields,
    admin.prospectStages,
    admin.emailTemplates,
    `${admin.emailTemplates}/new?recordType=client`,
    `${admin.emailTemplates}/system/passcode/en`,
    admin.actionCodes,
    admin.duplicates,
    admin.toldApart,
    admin.import,
    admin.operations,
    admin.update(updateId),
    admin.audit,
    admin.api,
    admin.newApiKey,
  ];
}
