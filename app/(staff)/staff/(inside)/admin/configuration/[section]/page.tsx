import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfigurationSection } from "@/components/settings/configuration-section";
import { findSettings, listSettingChanges } from "@/lib/features/settings/queries";
import { isSection, SECTIONS } from "@/lib/features/settings/schema";
import { admit } from "@/lib/platform/access/admit";
import { listTimeZones } from "@/lib/values/time-zone";

export const metadata: Metadata = { title: "Configuration" };

export default async function ConfigurationSectionPage(props: PageProps<"/staff/admin/configuration/[section]">) {
  const actor = await admit("settings.edit");
  const { section } = await props.params;
  if (!isSection(section)) notFound();
  const [settings, changes] = await Promise.all([findSettings(), listSettingChanges(actor, SECTIONS[section])]);
  return <ConfigurationSection section={section} settings={settings} timeZones={listTimeZones()} changes={changes} />;
}
