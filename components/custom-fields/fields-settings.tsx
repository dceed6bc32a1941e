import { useTranslations } from "next-intl";
import { MandatoryFieldsForm } from "@/components/clients/mandatory-fields-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { CustomFieldRow } from "@/lib/features/custom-fields/definitions/schema";
import { CUSTOM_LIMITS, CUSTOM_RECORDS, type CustomRecord } from "@/lib/features/custom-fields/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { CustomFieldsPanel } from "./custom-fields-panel";

type FieldsSettingsProps = {
  view: { record: CustomRecord; fields: readonly CustomFieldRow[]; mandatory: readonly string[] };
  terms: Terminology;
  values: Record<string, string>;
  changeMandatory: ServerAction;
};

/** What an administrator decides about fields: which ones clients must have, and which ones there are beside ours. */
export function FieldsSettings({ view, terms, values, changeMandatory }: FieldsSettingsProps) {
  const t = useTranslations();
  const { record, fields, mandatory } = view;
  const names = {
    client: values.clients ?? "",
    contact: t("custom-fields.contacts"),
    prospect: values.prospects ?? "",
  } as const;
  const hrefOf = (kind: CustomRecord) => paths.staff.admin.fieldsOf(kind);
  const title = t("custom-fields.title", { records: names[record].toLowerCase() });
  return (
    <>
      <PageHeader
        title={t("settings.administration.clientFields")}
        back={{ href: paths.staff.admin.configuration, label: t("settings.configuration.title") }}
        description={t("custom-fields.body")}
      />
      <Tabs
        label={t("custom-fields.tabs")}
        items={CUSTOM_RECORDS.map((kind) => ({ href: hrefOf(kind), label: names[kind] }))}
        current={hrefOf(record)}
      />
      <div className="grid max-w-3xl gap-4">
        <CustomFieldsPanel
          key={record}
          fields={fields}
          record={record}
          most={CUSTOM_LIMITS.fields}
          title={title}
          values={values}
        />
        {record === "client" && (
          <Card title={t("clients.mandatory.title")}>
            <p className="mb-4 text-muted">{t("clients.mandatory.body", values)}</p>
            <MandatoryFieldsForm mandatory={mandatory} terms={terms} action={changeMandatory} />
          </Card>
        )}
      </div>
    </>
  );
}
