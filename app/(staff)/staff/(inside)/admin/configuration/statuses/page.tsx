import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatusesPanel } from "@/components/statuses/statuses-panel";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import {
  addStatusAction,
  archiveStatusAction,
  moveStatusAction,
  renameStatusAction,
} from "@/lib/features/clients/statuses/configuration/actions";
import { listStatuses } from "@/lib/features/clients/statuses/configuration/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Statuses" };

const actions = {
  add: addStatusAction,
  edit: renameStatusAction,
  move: moveStatusAction,
  archive: archiveStatusAction,
};

export default async function StatusesPage() {
  const actor = await admit("settings.edit");
  const [statuses, terms, t] = await Promise.all([
    listStatuses(actor),
    findSetting("terminology"),
    getTranslations("statuses"),
  ]);
  const values = termValues(terms);
  return (
    <>
      <PageHeader
        title={t("title")}
        back={{ href: paths.staff.admin.configuration, label: t("back") }}
        description={t("body", values)}
      />
      <StatusesPanel statuses={statuses} values={values} actions={actions} />
    </>
  );
}
