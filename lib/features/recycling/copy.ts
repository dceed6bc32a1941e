import { paths } from "@/lib/paths";
import { formatDay } from "@/lib/values/format";
import { keptUntil } from "./rules";
import type { RecycledKind, RecycledRow } from "./schema";

const PAGES: Record<RecycledKind, (id: string) => string> = {
  client: paths.staff.client,
  contact: paths.staff.contact,
  prospect: paths.staff.prospect,
  event: paths.staff.event,
};

/** Where a restored record is looked at; beside the one who has its address by now, for somebody who may merge them. */
export function placeOf(
  { kind, recordId, sameAddress }: { kind: RecycledKind; recordId: string; sameAddress: string | null },
  { merges }: { merges: boolean },
): string {
  return sameAddress && merges ? paths.staff.admin.compareContacts([recordId, sameAddress]) : PAGES[kind](recordId);
}

/** The page of a record. */
export const recordPage = (kind: RecycledKind, id: string) => PAGES[kind](id);

/** A record in the recycle bin with its days in words. */
export type RecycledItem = Omit<RecycledRow, "deletedAt"> & { deletedOn: string; until: string };

export function recycledItem({ deletedAt, ...row }: RecycledRow, zone: string): RecycledItem {
  const day = (at: Date) => formatDay(at, { locale: "en", zone });
  return { ...row, deletedOn: day(deletedAt), until: day(keptUntil(deletedAt)) };
}
