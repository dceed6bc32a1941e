import "server-only";
import { createHash } from "node:crypto";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { deleteStoredFile, storeFile } from "@/lib/platform/files/store";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";

type Handed = { name: string; contentType: string; bytes: Uint8Array };

/** Keeps bytes once, however many documents show them; whoever shows them counts as a use until they are gone. */
export async function keepContent(tx: Tx, { name, contentType, bytes }: Handed): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const kept = await holdContent(tx, sha256);
  if (kept) return kept;
  const { id: fileId } = await storeFile(tx, { name, contentType, bytes });
  const added = await execute(
    sql`insert into document_contents (id, sha256, file_id, created_at) values (${newId()}::uuid, ${sha256}, ${fileId}::uuid, ${now()})
      on conflict (sha256) do nothing`,
    tx,
  );
  // Somebody kept the same bytes in this very moment: theirs stay.
  if (added === 0) await deleteStoredFile(tx, fileId);
  const content = await holdContent(tx, sha256);
  if (!content) throw new Error(`content ${sha256} went away while it was held`);
  return content;
}

/** The lock keeps the tidying from removing what is about to be used. */
async function holdContent(tx: Tx, sha256: string): Promise<string | null> {
  const [found] = await rows<{ id: string }>(
    sql`select id from document_contents where sha256 = ${sha256} for no key update`,
    tx,
  );
  return found?.id ?? null;
}

const AT_ONCE = 200;

/** Removes bytes that no document shows any more. */
export async function removeUnusedContents(tx: Tx): Promise<number> {
  const unused = await rows<{ fileId: string }>(
    sql`delete from document_contents where id in (
        select id from document_contents where uses = 0 order by id limit ${AT_ONCE} for update skip locked)
      returning file_id as "fileId"`,
    tx,
  );
  for (const { fileId } of unused) await deleteStoredFile(tx, fileId);
  return unused.length;
}
