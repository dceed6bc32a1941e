"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { CopyText } from "@/components/ui/copy-text";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldGroup } from "@/components/ui/field-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type Readable = { resource: string; label: string; fields: readonly string[]; ticked: boolean };
type KeyFormProps = {
  resources: readonly Readable[];
  lifetimes: readonly { value: string; label: string }[];
  action: ServerAction<{ key: string }>;
};

/** Makes a key, and shows it this once. */
export function KeyForm({ resources, lifetimes, action }: KeyFormProps) {
  const t = useTranslations("api.new");
  const [key, setKey] = useState<string | null>(null);
  if (key) return <NewKey value={key} />;
  return (
    <Form action={action} onDone={(made) => setKey(made.key)}>
      <TextField name="name" label={t("name")} help={t("nameHelp")} maxLength={80} required />
      <SelectField name="lifetime" label={t("lifetime")} options={lifetimes} defaultValue="90" />
      <FieldGroup legend={t("reads")} help={t("readsHelp")}>
        <div className="divide-y divide-border rounded-lg border border-border px-3">
          {resources.map(({ resource, label, fields, ticked }) => (
            <Disclosure key={resource} title={label} summary={`${resource}:read`} open={ticked}>
              <CheckboxGroup
                name={`grants.${resource}[]`}
                label={label}
                options={fields.map((field) => ({ value: field, label: field }))}
                defaultValue={ticked ? fields : []}
                inline
              />
            </Disclosure>
          ))}
        </div>
      </FieldGroup>
      <FormActions sticky>
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function NewKey({ value }: { value: string }) {
  const t = useTranslations("api.new");
  return (
    <div role="status" className="grid max-w-2xl gap-3">
      <p className="font-medium">{t("madeTitle")}</p>
      <p className="text-muted">{t("madeBody")}</p>
      <CopyText label={t("key")} text={value} />
      <div>
        <LinkButton href={paths.staff.admin.api} variant="primary">
          {t("done")}
        </LinkButton>
      </div>
    </div>
  );
}
