import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdministrationList } from "@/components/settings/administration-list";
import { PageHeader } from "@/components/ui/page-header";
import { ADMINISTRATION } from "@/lib/features/settings/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Administration" };

export default async function AdministrationPage() {
  const actor = await admit("administrator-mode.enter");
  const [terms, t] = await Promise.all([findSetting("terminology"), getTranslations("settings.administration")]);
  const items = ADMINISTRATION.flatMap(({ permission, ...item }) => {
    const answer = actor.answer(permission);
    return answer === "no" ? [] : [{ ...item, locked: answer === "confirm" }];
  });
  return (
    <>
      <PageHeader title={t("title")} description={t("body")} />
      <AdministrationList items={items} terms={terms} />
    </>
  );
}
