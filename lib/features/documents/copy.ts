import type { Actor } from "@/lib/platform/access/actor";
import { formatDateTime, formatDay, formatFileSize } from "@/lib/values/format";
import { addMinutes, parseInstant } from "@/lib/values/instant";
import { isShowable, mayRemove } from "./rules";
import { type DocumentRow, type DocumentVisibility, KEPT_IN_BIN_DAYS } from "./schema";

export type DocumentKind = "pdf" | "picture" | "sheet" | "text";

/** A document with every word chosen, as browsers get it. */
export type DocumentItem = {
  id: string;
  name: string;
  folder: string | null;
  kind: DocumentKind;
  visibility: DocumentVisibility;
  contact: { id: string; name: string } | null;
  size: string;
  addedBy: string;
  changed: string;
  changedExact: string;
  isShowable: boolean;
  isPicture: boolean;
  mayRemove: boolean;
  versions: { number: number; fileName: string; size: string; addedBy: string; at: string }[];
  /** When it went into the recycle bin, and until when it can be taken back. */
  deleted: { by: string; at: string; until: string } | null;
};

type Context = { zone: string; now: Date };

/** A record's documents for the person who looks at them. */
export function documentItems(actor: Actor, rows: readonly DocumentRow[], context: Context): DocumentItem[] {
  return rows.map((row) => documentItem(actor, row, context));
}

function documentItem(actor: Actor, row: DocumentRow, { zone, now }: Context): DocumentItem {
  const locale = "en";
  const { id, name, folder, visibility, contact, addedBy, contentType } = row;
  const day = (at: Date) => formatDay(at, { locale, zone });
  return {
    id,
    name,
    folder,
    visibility,
    contact,
    addedBy,
    kind: documentKind(contentType),
    size: formatFileSize(row.size, locale),
    changed: day(row.changedAt),
    changedExact: formatDateTime(row.changedAt, { locale, zone, showZone: true }),
    isShowable: isShowable(contentType),
    isPicture: contentType.startsWith("image/"),
    mayRemove: mayRemove(actor, row, now),
    versions: row.versions.map(({ number, fileName, size, addedBy: by, createdAt }) => {
      const at = parseInstant(createdAt);
      return { number, fileName, size: formatFileSize(size, locale), addedBy: by, at: at ? day(at) : "" };
    }),
    deleted: row.deletedAt && {
      by: row.deletedBy ?? "",
      at: day(row.deletedAt),
      until: day(addMinutes(row.deletedAt, KEPT_IN_BIN_DAYS * 24 * 60)),
    },
  };
}

/** What a picture beside the name tells. */
export function documentKind(contentType: string): DocumentKind {
  if (contentType === "application/pdf") return "pdf";
  if (contentType.startsWith("image/")) return "picture";
  return contentType.includes("sheet") || contentType === "text/csv" ? "sheet" : "text";
}
