import { z } from "zod";
import { isLocalDate } from "@/lib/values/date";
import { isId } from "@/lib/values/id";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const parameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(single, schema.optional().catch(undefined));

const day = z.string().refine(isLocalDate);

/** The address of the audit: who, what, about which record, and the first and last day in the organization's zone. */
export const auditSearch = z.object({
  who: parameter(z.string().refine(isId)),
  /** A name of the history catalogue. */
  what: parameter(z.string().regex(/^[a-z-]+\.[a-z-]+$/)),
  record: parameter(z.string().refine(isId)),
  from: parameter(day),
  to: parameter(day),
  page: parameter(z.string().max(2_000)),
});
export type AuditSearch = z.output<typeof auditSearch>;
export type AuditFilter = Omit<AuditSearch, "page">;

/** One entry of the history as it was written. */
export type AuditEntry = {
  id: string;
  at: Date;
  kind: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  subjectKind: string;
  subjectId: string | null;
  /** What the record is called today; null where it is gone or has no name. */
  subjectName: string | null;
  data: Record<string, unknown>;
  operationId: string | null;
  requestId: string | null;
  ip: string | null;
};

/** Whom the audit can be narrowed to. */
export type AuditPerson = { id: string; name: string };
