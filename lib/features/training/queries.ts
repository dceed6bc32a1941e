import "server-only";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import type { EventSearch, EventView } from "./schema";
import { eventsVisibleTo } from "./scope";

const PAGE_SIZE = 25;

export const EVENT = {
  id: true,
  title: true,
  description: true,
  centerId: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  location: true,
  onlineUrl: true,
  capacity: true,
  seatsTaken: true,
  registrationClosesAt: true,
  audience: true,
  status: true,
  sequence: true,
  version: true,
  center: { select: { name: true } },
  _count: { select: { registrations: { where: { status: "WAITING" } } } },
} as const satisfies Prisma.TrainingEventSelect;

type Selected = Prisma.TrainingEventGetPayload<{ select: typeof EVENT }>;

function eventView({ center, _count, ...event }: Selected): EventView {
  return { ...event, centerName: center.name, waiting: _count.registrations, isOnline: event.onlineUrl !== null };
}

/** The door to an online event is for those who hold a place; others only learn that it is online. */
const withoutDoor = (event: EventView): EventView => ({ ...event, onlineUrl: null });

/** Events that still lie ahead, soonest first, as the portal and the public list them. */
export async function listOpenEvents(actor: Actor, { page }: { page?: string | undefined }): Promise<Page<EventView>> {
  const open = { status: "PUBLISHED", endsAt: { gt: now() } } as const;
  const found = await readPage({ AND: [eventsVisibleTo(actor), open] }, { page, ascending: true });
  return { ...found, rows: found.rows.map(withoutDoor) };
}

/** One event as the portal shows it; null for drafts and for what is not meant for this person. */
export async function findOpenEvent(actor: Actor, id: string): Promise<EventView | null> {
  if (!isId(id)) return null;
  const event = await db.trainingEvent.findFirst({
    where: { AND: [{ id, status: { not: "DRAFT" } }, eventsVisibleTo(actor)] },
    select: EVENT,
  });
  return event && withoutDoor(eventView(event));
}

/** The staff's list: what lies ahead, soonest first, or what is past, latest first. */
export async function listEvents(actor: AccountActor, { when, q, page }: EventSearch): Promise<Page<EventView>> {
  const at = now();
  const time = when === "past" ? { endsAt: { lte: at } } : { endsAt: { gt: at } };
  const title = q.trim() ? { title: { contains: q.trim(), mode: "insensitive" as const } } : {};
  return readPage({ AND: [eventsVisibleTo(actor), time, title] }, { page, ascending: when !== "past" });
}

/** One event with everything staff may know of it. */
export async function findEvent(actor: AccountActor, id: string, tx: Tx = db): Promise<EventView | null> {
  if (!isId(id)) return null;
  const event = await tx.trainingEvent.findFirst({ where: { AND: [{ id }, eventsVisibleTo(actor)] }, select: EVENT });
  return event && eventView(event);
}

/** Centers an event can be held at, with the zone its times are in. */
export function listEventCenters(): Promise<{ id: string; name: string; timeZone: string }[]> {
  return db.center.findMany({
    where: { archivedAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true, timeZone: true },
  });
}

type Reading = { page: string | undefined; ascending: boolean };

async function readPage(where: Prisma.TrainingEventWhereInput, { page, ascending }: Reading): Promise<Page<EventView>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const up = ascending !== backwards;
  const found = await db.trainingEvent.findMany({
    where: { AND: [where, beyond(cursor?.values ?? [], up)] },
    orderBy: [{ startsAt: up ? "asc" : "desc" }, { id: up ? "asc" : "desc" }],
    take: PAGE_SIZE + 1,
    select: EVENT,
  });
  return pageOf(found.map(eventView), {
    size: PAGE_SIZE,
    cursor,
    valuesOf: ({ startsAt, id }) => [isoOf(startsAt), id],
  });
}

function beyond(values: (string | number | null)[], up: boolean): Prisma.TrainingEventWhereInput {
  const startsAt = parseInstant(String(values[0] ?? ""));
  const id = values[1];
  if (!startsAt || !isId(id)) return {};
  const direction = up ? "gt" : "lt";
  return { OR: [{ startsAt: { [direction]: startsAt } }, { startsAt, id: { [direction]: id } }] };
}
