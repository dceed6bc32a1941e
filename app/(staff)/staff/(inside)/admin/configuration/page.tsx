import type { Metadata } from "next";
import { ConfigurationPanel } from "@/components/settings/configuration-panel";
import { MailSettingForm } from "@/components/settings/mail-setting-form";
import { OrganizationForm } from "@/components/settings/organization-form";
import { PortalFieldsForm } from "@/components/settings/portal-fields-form";
import { PortalSettingForm } from "@/components/settings/portal-setting-form";
import { SessionMailsForm } from "@/components/settings/session-mails-form";
import { SettingChangesList } from "@/components/settings/setting-changes-list";
import { TerminologyForm } from "@/components/settings/terminology-form";
import {
  changeMailSettingAction,
  changeOrganizationAction,
  changePortalFieldsAction,
  changePortalSettingAction,
  changeSessionMailsAction,
  changeTerminologyAction,
} from "@/lib/features/settings/actions";
import { findSetting, listSettingChanges } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { listTimeZones } from "@/lib/values/time-zone";

export const metadata: Metadata = { title: "Configuration" };

export default async function ConfigurationPage() {
  const actor = await admit("settings.edit");
  const [organization, portal, portalFields, mail, sessionMails, terms, changes] = await Promise.all([
    findSetting("organization"),
    findSetting("portal"),
    findSetting("portalFields"),
    findSetting("mail"),
    findSetting("sessionMails"),
    findSetting("terminology"),
    listSettingChanges(actor),
  ]);
  const center = terms.center.singular.toLowerCase();
  const zones = listTimeZones();
  return (
    <ConfigurationPanel
      organization={
        <OrganizationForm value={organization} timeZones={zones} center={center} action={changeOrganizationAction} />
      }
      portal={<PortalSettingForm value={portal} action={changePortalSettingAction} />}
      portalFields={<PortalFieldsForm value={portalFields} action={changePortalFieldsAction} />}
      mail={<MailSettingForm value={mail} center={center} action={changeMailSettingAction} />}
      sessionMails={<SessionMailsForm value={sessionMails} action={changeSessionMailsAction} />}
      terminology={<TerminologyForm value={terms} action={changeTerminologyAction} />}
      changes={changes.length > 0 && <SettingChangesList changes={changes} zone={organization.timeZone} />}
    />
  );
}
