import type { Metadata } from "next";
import { BookingSettingForm } from "@/components/settings/booking-setting-form";
import { ConfigurationPanel } from "@/components/settings/configuration-panel";
import { MailSettingForm } from "@/components/settings/mail-setting-form";
import { OrganizationForm } from "@/components/settings/organization-form";
import { PortalFieldsForm } from "@/components/settings/portal-fields-form";
import { PortalSettingForm } from "@/components/settings/portal-setting-form";
import { SessionMailsForm } from "@/components/settings/session-mails-form";
import { SettingChangesList } from "@/components/settings/setting-changes-list";
import { TerminologyForm } from "@/components/settings/terminology-form";
import {
  changeBookingAction,
  changeMailSettingAction,
  changeOrganizationAction,
  changePortalFieldsAction,
  changePortalSettingAction,
  changeSessionMailsAction,
  changeTerminologyAction,
} from "@/lib/features/settings/actions";
import { findSettings, listSettingChanges } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { listTimeZones } from "@/lib/values/time-zone";

export const metadata: Metadata = { title: "Configuration" };

export default async function ConfigurationPage() {
  const actor = await admit("settings.edit");
  const [settings, changes] = await Promise.all([findSettings(), listSettingChanges(actor)]);
  const { organization, portal, portalFields, mail, booking, sessionMails, terminology: terms } = settings;
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
      booking={<BookingSettingForm value={booking} action={changeBookingAction} />}
      sessionMails={<SessionMailsForm value={sessionMails} action={changeSessionMailsAction} />}
      terminology={<TerminologyForm value={terms} action={changeTerminologyAction} />}
      changes={changes.length > 0 && <SettingChangesList changes={changes} zone={organization.timeZone} />}
    />
  );
}
