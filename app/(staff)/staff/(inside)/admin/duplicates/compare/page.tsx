import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparisonPage } from "@/components/duplicates/comparison-page";
import { mergeContactsAction } from "@/lib/features/contacts/merges/actions";
import { listCompared } from "@/lib/features/contacts/merges/comparing/queries";
import { comparedPerson } from "@/lib/features/contacts/merges/copy";
import { suggestedWinner, suggestions } from "@/lib/features/contacts/merges/rules";
import { MERGED_FIELDS } from "@/lib/features/contacts/merges/schema";
import { compareSearch } from "@/lib/features/merges/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Compare and Merge" };

export default async function ComparePage({ searchParams }: PageProps<"/staff/admin/duplicates/compare">) {
  const actor = await admit("contacts.merge");
  const { id: ids } = compareSearch.parse(await searchParams);
  const [people, { timeZone: zone }, words, t] = await Promise.all([
    listCompared(actor, ids),
    findSetting("organization"),
    pageWords(),
    getTranslations("duplicates.comparison.fields"),
  ]);
  return (
    <ComparisonPage
      kind="contact"
      people={people.map((person) => comparedPerson(person, { words, locale: words.locale, zone }))}
      fields={MERGED_FIELDS.map((name) => ({ name, label: t(name) }))}
      winnerId={suggestedWinner(people)}
      suggestions={suggestions(people)}
      merge={mergeContactsAction}
    />
  );
}
