import "server-only";
import { customFieldsOf } from "@/lib/features/custom-fields/queries";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { OwnFields } from "./schema";

export async function findOwnFields(tx?: Tx): Promise<OwnFields> {
  const [found] = await rows<OwnFields>(
    sql`select ${customFieldsOf("client")} as client, ${customFieldsOf("contact")} as contact`,
    tx,
  );
  return found ?? { client: [], contact: [] };
}
