import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { FieldRow } from "@/components/ui/field-row";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { PRACTITIONER_STATUSES, type PractitionerRecord } from "@/lib/features/practitioners/schema";
import type { CodedChoice } from "@/lib/features/settings/coded-lists/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";

type PractitionerFormProps = {
  practitioner: PractitionerRecord | null;
  centers: readonly { id: string; name: string }[];
  /** What can be ticked. */
  choices: { services: readonly { id: string; name: string }[]; languages: readonly CodedChoice[] };
  values: Record<string, string>;
  action: ServerAction;
};

/** Adds or changes somebody who delivers sessions. */
export function PractitionerForm({ practitioner, centers, choices, values, action }: PractitionerFormProps) {
  const t = useTranslations("practitioners");
  return (
    <Form action={action} guard>
      {practitioner && <input type="hidden" name="practitionerId" value={practitioner.id} />}
      <FieldRow>
        <TextField name="firstName" label={t("form.firstName")} defaultValue={practitioner?.firstName} required />
        <TextField name="lastName" label={t("form.lastName")} defaultValue={practitioner?.lastName} required />
      </FieldRow>
      <FieldRow>
        <TextField name="email" type="email" label={t("form.email")} defaultValue={practitioner?.email ?? ""} />
        <TextField
          name="phone"
          type="tel"
          label={t("form.phone")}
          defaultValue={practitioner?.phone ? displayPhone(practitioner.phone) : ""}
        />
      </FieldRow>
      <FieldRow>
        <TextField name="title" label={t("form.title")} defaultValue={practitioner?.title ?? ""} />
        <SelectField
          name="centerId"
          label={t("form.center", values)}
          placeholder={t("form.noCenter")}
          defaultValue={practitioner?.centerId ?? ""}
          options={centers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FieldRow>
      <TextField
        name="skills"
        label={t("form.skills")}
        help={t("form.wordsHelp")}
        defaultValue={practitioner?.skills.join(", ")}
      />
      {choices.languages.length > 0 && (
        <CheckboxGroup
          name="languages[]"
          label={t("form.languages")}
          defaultValue={practitioner?.languages.map(({ identifier }) => identifier) ?? []}
          options={choices.languages.map(({ identifier, name }) => ({ value: identifier, label: name }))}
          inline
        />
      )}
      {choices.services.length > 0 && (
        <CheckboxGroup
          name="serviceIds[]"
          label={t("form.services")}
          defaultValue={practitioner?.services.map(({ id }) => id) ?? []}
          options={choices.services.map(({ id, name }) => ({ value: id, label: name }))}
          inline
        />
      )}
      <FileField
        name="photo"
        label={t(practitioner?.hasPhoto ? "form.newPhoto" : "form.photo")}
        help={t("form.photoHelp")}
        accept="image/png,image/jpeg"
      />
      {practitioner?.hasPhoto && <Checkbox name="removePhoto">{t("form.removePhoto")}</Checkbox>}
      <SelectField
        name="status"
        label={t("form.status")}
        help={t("form.statusHelp", values)}
        defaultValue={practitioner?.status ?? "ACTIVE"}
        options={PRACTITIONER_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
      />
      <FormActions sticky>
        <SubmitButton>{practitioner ? t("form.save") : t("form.add", values)}</SubmitButton>
        <LinkButton
          variant="ghost"
          href={practitioner ? paths.staff.practitioner(practitioner.id) : paths.staff.practitioners}
        >
          {t("form.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
