import { z } from "zod";
import type { RecordKind } from "@/lib/platform/access/rights";

const id = z.uuid();
const reference = z.uuid().nullable();
const text = z.string();
const maybe = z.string().nullable();
const instant = z.iso.datetime();

/** Everything a key can read, field by field. Names, once given out, are never renamed or taken away within v1. */
export const RESOURCES = {
  testimonials: z
    .object({ id, quote: text, author: text, publishedAt: instant })
    .describe("What people said about the organization, once it is published."),
  events: z
    .object({
      id,
      title: text,
      description: text,
      centerId: id,
      startsAt: instant,
      endsAt: instant,
      timeZone: text,
      location: maybe,
      isOnline: z.boolean(),
      capacity: z.int().nullable(),
      seatsLeft: z.int().nullable(),
      registrationClosesAt: instant.nullable(),
    })
    .describe("Training events that are published for everybody."),
  centers: z
    .object({
      id,
      name: text,
      addressLine1: maybe,
      addressLine2: maybe,
      city: maybe,
      state: maybe,
      postalCode: maybe,
      country: text,
      phone: maybe,
      email: maybe,
      website: maybe,
      timeZone: text,
    })
    .describe("Where the organization works."),
  practitioners: z
    .object({
      id,
      firstName: text,
      lastName: text,
      title: maybe,
      email: maybe,
      phone: maybe,
      centerId: reference,
      languages: z.array(text),
      skills: z.array(text),
    })
    .describe("Active practitioners and how to reach them."),
  clients: z
    .object({
      id,
      number: text,
      name: text,
      kind: z.enum(["PRE_CLIENT", "CLIENT"]),
      status: text,
      centerId: id,
      practitionerId: reference,
      city: maybe,
      state: maybe,
      country: text,
      phone: maybe,
      email: maybe,
      website: maybe,
      industry: maybe,
      language: text,
      createdAt: instant,
      updatedAt: instant,
    })
    .describe("Clients and pre-clients."),
  contacts: z
    .object({
      id,
      firstName: text,
      lastName: text,
      email: maybe,
      phone: maybe,
      language: text,
      clientIds: z.array(id),
      createdAt: instant,
      updatedAt: instant,
    })
    .describe("The people of clients."),
  sessions: z
    .object({
      id,
      status: z.enum(["REQUESTED", "BOOKED", "HELD", "CANCELLED", "NO_SHOW"]),
      type: text,
      startsAt: instant,
      endsAt: instant,
      timeZone: text,
      centerId: id,
      practitionerIds: z.array(id),
      clientIds: z.array(id),
    })
    .describe("Sessions without their notes."),
} as const satisfies Record<string, z.ZodObject>;

export type Resource = keyof typeof RESOURCES;
export const RESOURCE_NAMES = Object.keys(RESOURCES) as [Resource, ...Resource[]];
export const isResource = (name: string): name is Resource => Object.hasOwn(RESOURCES, name);

/** The fields of a resource that a key may be given; its id comes along always. */
export const fieldsOf = (resource: Resource): string[] =>
  Object.keys(RESOURCES[resource].shape).filter((field) => field !== "id");

/** The records that a resource is of, where it takes the right to report on them; the others are published anyway. */
export const REPORTED: Partial<Record<Resource, RecordKind>> = {
  clients: "clients",
  contacts: "contacts",
  sessions: "sessions",
  practitioners: "practitioners",
};

export const MAX_ROWS = 200;

/** What stands behind the "?": anything else is refused, so that a misspelt word is not taken for everything. */
export const listQuery = z.strictObject({
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_ROWS).default(50),
});
export type ListQuery = z.output<typeof listQuery>;

/** One record as it leaves, cut to the fields of the key. */
export type ResourceRow = { id: string } & Record<string, unknown>;
