import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactComparison } from "@/components/duplicates/contact-comparison";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { mergeContactsAction } from "@/lib/features/contacts/merges/actions";
import { listCompared } from "@/lib/features/contacts/merges/comparing/queries";
import { comparedPerson } from "@/lib/features/contacts/merges/copy";
import { suggestedWinner, suggestions } from "@/lib/features/contacts/merges/rules";
import { compareSearch } from "@/lib/features/contacts/merges/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Compare and Merge" };

export default async function ComparePage({ searchParams }: PageProps<"/staff/admin/duplicates/compare">) {
  const actor = await admit("contacts.merge");
  const { id: ids } = compareSearch.parse(await searchParams);
  const [people, { timeZone }, words, t] = await Promise.all([
    listCompared(actor, ids),
    findSetting("organization"),
    pageWords(),
    getTranslations("duplicates"),
  ]);
  const winnerId = suggestedWinner(people);
  const back = { href: paths.staff.admin.duplicates, label: t("title") };
  const toReports = <LinkButton href={back.href}>{t("comparison.toReports")}</LinkButton>;
  return (
    <>
      <PageHeader title={t("comparison.title")} description={t("comparison.description")} back={back} />
      {winnerId && people.length > 1 ? (
        <ContactComparison
          people={people.map((person) => comparedPerson(person, { words, locale: words.locale, zone: timeZone }))}
          winnerId={winnerId}
          suggestions={suggestions(people)}
          merge={mergeContactsAction}
        />
      ) : (
        <Card>
          <EmptyState title={t("comparison.tooFewTitle")} body={t("comparison.tooFewBody")} action={toReports} />
        </Card>
      )}
    </>
  );
}
