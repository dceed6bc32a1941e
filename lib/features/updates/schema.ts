import { z } from "zod";
import type { RecordKind } from "@/lib/platform/access/rights";
import { blankAsNull, id, optionalText } from "@/lib/values/fields";
import { isId } from "@/lib/values/id";

/** What can be changed in bulk, as addresses name it. */
export const NOUNS = ["clients", "contacts", "prospects", "tasks", "sessions", "registrations"] as const;
export type Noun = (typeof NOUNS)[number];

/** The kind of record whose right to report is asked for. */
export const reportedAs = (noun: Noun): RecordKind => (noun === "registrations" ? "events" : noun);

export const UPDATE_KIND = "bulk-update";
/** The same, where records are handed to somebody else. */
export const TRANSFER_KIND = "transfer";
export const UPDATE_KINDS: readonly string[] = [UPDATE_KIND, TRANSFER_KIND];

/** More at once would make the preview of the choice slow; whoever has more narrows the list. */
export const MOST_RECORDS = 50_000;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const parameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(single, schema.optional().catch(undefined));
const idList = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").filter(isId) : []),
  z.array(id).max(5_000),
);

/** Which records a list handed over: some by id, or all of the list's address but for some. */
export type Handed = { ids: readonly string[] | null; except: readonly string[]; address: Record<string, string> };

/** Reads a query such as "all=true&filter=…&except=…" or "ids=…"; what is left of it is the address of the list. */
export function handedOver(query: Readonly<Record<string, unknown>>): Handed {
  const { ids, except, all: _, field: __, at: ___, to: ____, ...rest } = query;
  const address: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    const text = single(value);
    if (typeof text === "string" && text !== "") address[name] = text;
  }
  return {
    ids: ids === undefined ? null : idList.parse(single(ids)),
    except: idList.parse(single(except)),
    address,
  };
}

/** The choice as the query of an address again; the counterpart of `handedOver`. */
export function handedQuery({ ids, except, address }: Handed): string {
  const query = new URLSearchParams(address);
  if (ids) query.set("ids", ids.join(","));
  else query.set("all", "true");
  if (except.length > 0) query.set("except", except.join(","));
  return query.toString();
}

/** What the page itself adds: the field that is to be changed, and where the list of records stands. */
export const updateSearch = z.object({
  field: parameter(z.string().max(120)),
  at: parameter(z.string().max(2_000)),
  /** The value that is offered first. */
  to: parameter(id),
});

export const planUpdateInput = z.object({
  noun: z.enum(NOUNS),
  /** The query that names the records, as `handedQuery` wrote it. */
  query: z.string().max(20_000),
  field: z.string().max(120),
  value: blankAsNull(z.string().max(5_000)),
  reason: optionalText(500),
  all: z.literal("true").optional(),
  ids: z.array(id).max(5_000).default([]),
  except: z.array(id).max(5_000).default([]),
});
export type PlanUpdateInput = z.output<typeof planUpdateInput>;

export const updateInput = z.object({ operationId: id });

/** What an operation keeps of what it was asked to do. */
export const updateRecord = z.object({
  noun: z.enum(NOUNS),
  field: z.string(),
  value: z.string().nullable(),
  /** The value as people read it. */
  shown: z.string().nullable(),
  reason: z.string().nullable(),
  query: z.string(),
});
export type UpdateRecord = z.output<typeof updateRecord>;

/** What a row of the preview says about its record. */
export const updateRow = z.object({ name: z.string(), from: z.string().nullable(), fromKey: z.string().nullable() });
