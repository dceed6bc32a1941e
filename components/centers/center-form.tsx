import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ComboboxField } from "@/components/ui/combobox-field";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { CenterRecord } from "@/lib/features/centers/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";
import { BrandFields } from "./brand-fields";

type CenterFormProps = {
  center: CenterRecord | null;
  /** IANA names to choose from, and the one to begin with. */
  zones: { all: readonly string[]; usual: string };
  values: Record<string, string>;
  action: ServerAction;
};

/** Adds or changes a center. */
export function CenterForm({ center, zones, values, action }: CenterFormProps) {
  const t = useTranslations("practitioners.centers");
  const text = (
    name: "addressLine1" | "addressLine2" | "city" | "state" | "postalCode" | "phone" | "email" | "website",
  ) => ({
    name,
    label: t(name),
    defaultValue: center?.[name] ?? "",
  });
  return (
    <Form action={action} guard>
      {center && <input type="hidden" name="centerId" value={center.id} />}
      <TextField name="name" label={t("name")} defaultValue={center?.name} maxLength={120} required />
      <TextField {...text("addressLine1")} />
      <TextField {...text("addressLine2")} />
      <FieldRow>
        <TextField {...text("city")} />
        <TextField {...text("state")} />
        <TextField {...text("postalCode")} />
      </FieldRow>
      <FieldRow>
        <TextField {...text("phone")} defaultValue={center?.phone ? displayPhone(center.phone) : ""} type="tel" />
        <TextField {...text("email")} type="email" />
      </FieldRow>
      <TextField {...text("website")} inputMode="url" />
      <ComboboxField
        name="timeZone"
        label={t("timeZone")}
        help={t("timeZoneHelp", values)}
        options={zones.all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        defaultValue={center?.timeZone ?? zones.usual}
        required
      />
      {center && <BrandFields center={center} values={values} />}
      {center && <MailFields center={center} values={values} />}
      {center && (
        <Checkbox name="archived" help={t("archivedHelp", values)} defaultChecked={center.archived}>
          {t("archived")}
        </Checkbox>
      )}
      <FormActions sticky>
        <SubmitButton>{center ? t("save") : t("add", values)}</SubmitButton>
        <LinkButton variant="ghost" href={paths.staff.admin.centers}>
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function MailFields({ center, values }: { center: CenterRecord; values: Record<string, string> }) {
  const t = useTranslations("centers");
  return (
    <FieldGroup legend={t("mails")}>
      <TextField
        name="replyTo"
        type="email"
        label={t("replyTo")}
        help={t("replyToHelp", values)}
        defaultValue={center.replyTo ?? ""}
      />
      <Checkbox name="ownAgreement" help={t("ownAgreementHelp")} defaultChecked={center.ownAgreement}>
        {t("ownAgreement", values)}
      </Checkbox>
    </FieldGroup>
  );
}
