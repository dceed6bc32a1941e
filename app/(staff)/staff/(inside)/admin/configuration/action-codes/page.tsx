import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionCodesPanel } from "@/components/messages/action-codes-panel";
import { PageHeader } from "@/components/ui/page-header";
import {
  addActionCodeAction,
  archiveActionCodeAction,
  moveActionCodeAction,
  renameActionCodeAction,
} from "@/lib/features/messages/action-codes/actions";
import { listActionCodes } from "@/lib/features/messages/action-codes/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Action codes" };

const ACTIONS = {
  add: addActionCodeAction,
  edit: renameActionCodeAction,
  move: moveActionCodeAction,
  archive: archiveActionCodeAction,
};

export default async function ActionCodesPage() {
  const actor = await admit("settings.edit");
  const [codes, t, settings] = await Promise.all([
    listActionCodes(actor),
    getTranslations("messages.codes"),
    getTranslations("settings.configuration"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("body")}
        back={{ href: paths.staff.admin.configuration, label: settings("title") }}
      />
      <ActionCodesPanel codes={codes} actions={ACTIONS} />
    </>
  );
}
