import type { Metadata } from "next";
import { ContactList } from "@/components/contacts/contact-list";
import { FilterEditor } from "@/components/filters/filter-editor";
import { SAVED_FILTER_ACTIONS } from "@/components/filters/saving-actions";
import { termValues } from "@/lib/features/clients/copy";
import { contactFilterFieldsFor, contactFilterFieldsOffered } from "@/lib/features/contacts/filter-fields";
import { findContactListing } from "@/lib/features/contacts/lists/queries";
import { contactSearch } from "@/lib/features/contacts/schema";
import { listFilterLabels } from "@/lib/features/custom-fields/copy";
import { fileOffer } from "@/lib/features/exports/rules";
import { describeFilter } from "@/lib/features/filters/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Contacts" };

export default async function ContactsPage({ searchParams }: PageProps<"/staff/contacts">) {
  const actor = await admit("contacts.view");
  const [listing, terms, words] = await Promise.all([
    findContactListing(actor, contactSearch.parse(await searchParams)),
    findSetting("terminology"),
    pageWords(),
  ]);
  const { search, filter, choices } = listing;
  const [values, references, custom] = [termValues(terms), { center: choices.centers }, choices.custom];
  const labels = listFilterLabels({ list: "contacts", words, values, references, custom, locale: words.locale });
  const offered = contactFilterFieldsOffered(custom, filter);
  const list = { path: paths.staff.contacts, parameters: { q: search.q, saved: search.saved } };
  return (
    <ContactList
      listing={listing}
      sentence={filter && describeFilter(filter, contactFilterFieldsFor(filter), labels)}
      values={values}
      may={{ edit: actor.can("contacts.add"), file: fileOffer(actor, "contacts") }}
      saving={actor.can("filters.save") ? SAVED_FILTER_ACTIONS : null}
      editor={search.edit && <FilterEditor {...{ offered, labels, filter, list }} />}
    />
  );
}
