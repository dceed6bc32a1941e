import "server-only";
import { countContacts, listContacts } from "@/lib/features/contacts/queries";
import type { ContactSearch } from "@/lib/features/contacts/schema";
import { customFieldsOf } from "@/lib/features/custom-fields/queries";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import { listSavedFilters } from "@/lib/features/filters/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { resolveContacts } from "./rules";

type ContactChoices = { centers: { id: string; name: string }[]; custom: CustomField[] };

/** Everything the list of contacts shows at one address, saved filters included. */
export async function findContactListing(actor: AccountActor, asked: ContactSearch) {
  const savedFilters = await listSavedFilters(actor, { list: "contacts" });
  const resolved = resolveContacts(asked, savedFilters);
  const [page, total, choices] = await Promise.all([
    listContacts(actor, resolved.search),
    countContacts(actor, resolved.search),
    // Only a filter names them.
    resolved.filter || asked.edit ? findContactChoices() : NO_CHOICES,
  ]);
  return { ...resolved, savedFilters, page, total, choices };
}

export type ContactListing = Awaited<ReturnType<typeof findContactListing>>;

const NO_CHOICES: ContactChoices = { centers: [], custom: [] };

async function findContactChoices(): Promise<ContactChoices> {
  const [found] = await rows<ContactChoices>(sql`select ${customFieldsOf("contact")} as custom,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
      from centers where archived_at is null) as centers`);
  return found ?? NO_CHOICES;
}
