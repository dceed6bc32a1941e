import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ServicesPanel } from "@/components/scheduling/services-panel";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import {
  addServiceAction,
  archiveServiceAction,
  editServiceAction,
  moveServiceAction,
} from "@/lib/features/scheduling/services/actions";
import { listServices } from "@/lib/features/scheduling/services/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Services" };

const actions = {
  add: addServiceAction,
  edit: editServiceAction,
  move: moveServiceAction,
  archive: archiveServiceAction,
};

export default async function ServicesPage() {
  const actor = await admit("settings.edit");
  const [services, terms, t] = await Promise.all([
    listServices(actor),
    findSetting("terminology"),
    getTranslations("services"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        back={{ href: paths.staff.admin.configuration, label: t("back") }}
        description={t("body", termValues(terms))}
      />
      <ServicesPanel services={services} actions={actions} />
    </>
  );
}
