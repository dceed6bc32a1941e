import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import {
  changeBookingAction,
  changeMailSettingAction,
  changeOrganizationAction,
  changePortalFieldsAction,
  changePortalSettingAction,
  changeSessionMailsAction,
  changeTerminologyAction,
} from "@/lib/features/settings/actions";
import { SECTIONS, type Section, type SettingChange, type Settings } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { BookingSettingForm } from "./booking-setting-form";
import { MailSettingForm } from "./mail-setting-form";
import { OrganizationForm } from "./organization-form";
import { PortalFieldsForm } from "./portal-fields-form";
import { PortalSettingForm } from "./portal-setting-form";
import { SessionMailsForm } from "./session-mails-form";
import { SettingChangesList } from "./setting-changes-list";
import { TerminologyForm } from "./terminology-form";

type ConfigurationSectionProps = {
  section: Section;
  settings: Settings;
  timeZones: readonly string[];
  /** Of this section, newest first. */
  changes: readonly SettingChange[];
};

const FORMS: Record<Section, (settings: Settings, timeZones: readonly string[]) => ReactNode> = {
  organization: ({ organization, terminology }, timeZones) => (
    <OrganizationForm
      value={organization}
      timeZones={timeZones}
      center={terminology.center.singular.toLowerCase()}
      action={changeOrganizationAction}
    />
  ),
  words: ({ terminology }) => <TerminologyForm value={terminology} action={changeTerminologyAction} />,
  portal: ({ portal }) => <PortalSettingForm value={portal} action={changePortalSettingAction} />,
  corrections: ({ portalFields }) => <PortalFieldsForm value={portalFields} action={changePortalFieldsAction} />,
  booking: ({ booking }) => <BookingSettingForm value={booking} action={changeBookingAction} />,
  mail: ({ mail, terminology }) => (
    <MailSettingForm value={mail} center={terminology.center.singular.toLowerCase()} action={changeMailSettingAction} />
  ),
  "session-mails": ({ sessionMails }) => <SessionMailsForm value={sessionMails} action={changeSessionMailsAction} />,
};

/** One matter of the configuration with its form, and below it what was changed of it lately. */
export function ConfigurationSection({ section, settings, timeZones, changes }: ConfigurationSectionProps) {
  const t = useTranslations("settings");
  return (
    <>
      <PageHeader
        title={t(`${SECTIONS[section]}.title`)}
        back={{ href: paths.staff.admin.configuration, label: t("configuration.title") }}
      />
      <div className="grid max-w-3xl gap-4">
        <Card>
          {section === "words" && <p className="mb-4 text-muted">{t("terminology.body")}</p>}
          {FORMS[section](settings, timeZones)}
        </Card>
        {changes.length > 0 && (
          <Card title={t("configuration.changes")} padded={false}>
            <SettingChangesList changes={changes} zone={settings.organization.timeZone} />
          </Card>
        )}
      </div>
    </>
  );
}
