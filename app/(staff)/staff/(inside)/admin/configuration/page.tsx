import type { Metadata } from "next";
import { ConfigurationOverview } from "@/components/settings/configuration-overview";
import { PageHeader } from "@/components/ui/page-header";
import { overviewGroups } from "@/lib/features/configuration/overview/copy";
import { countConfigured, listLastChanges } from "@/lib/features/configuration/overview/queries";
import { findSettings } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Configuration" };

export default async function ConfigurationPage() {
  const actor = await admit("settings.edit");
  const [settings, counts, changes, words] = await Promise.all([
    findSettings(),
    countConfigured(actor),
    listLastChanges(actor),
    pageWords(),
  ]);
  return (
    <>
      <PageHeader
        title={words("settings.configuration.title")}
        back={{ href: paths.staff.admin.home, label: words("settings.administration.title") }}
      />
      <ConfigurationOverview
        groups={counts ? overviewGroups({ settings, counts, changes }, words) : []}
        words={{ find: words("settings.overview.find"), none: words("settings.overview.none") }}
      />
    </>
  );
}
