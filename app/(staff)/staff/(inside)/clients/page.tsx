import type { Metadata } from "next";
import { ClientFilterEditor } from "@/components/clients/client-filter-editor";
import { ClientList } from "@/components/clients/client-list";
import { SAVED_FILTER_ACTIONS } from "@/components/filters/saving-actions";
import { clientFilterLabels } from "@/lib/features/clients/copy";
import { clientFilterFieldsFor } from "@/lib/features/clients/filter-fields";
import { findClientListing } from "@/lib/features/clients/lists/queries";
import { clientSearch } from "@/lib/features/clients/schema";
import { fileOffer } from "@/lib/features/exports/rules";
import { describeFilter } from "@/lib/features/filters/copy";
import { startMailingAction } from "@/lib/features/mailings/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Clients" };

export default async function ClientsPage({ searchParams }: PageProps<"/staff/clients">) {
  const actor = await admit("clients.view");
  const [listing, terms, organization, words] = await Promise.all([
    findClientListing(actor, clientSearch.parse(await searchParams)),
    findSetting("terminology"),
    findSetting("organization"),
    pageWords(),
  ]);
  const { state, choices } = listing;
  const labels = clientFilterLabels({ words, terms, choices, locale: words.locale });
  const sentence = state.filter && describeFilter(state.filter, clientFilterFieldsFor(state.filter), labels);
  return (
    <ClientList
      view={{ ...listing, sentence, terms, zone: organization.timeZone }}
      can={{ edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare"), file: fileOffer(actor, "clients") }}
      saving={actor.can("filters.save") ? SAVED_FILTER_ACTIONS : null}
      startMailing={startMailingAction}
      editor={
        state.editing && (
          <ClientFilterEditor state={state} labels={labels} centers={choices.centers.length} custom={choices.custom} />
        )
      }
    />
  );
}
