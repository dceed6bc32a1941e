import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type OwnCenterFormProps = {
  own: { centerId: string | null; centers: readonly { id: string; name: string }[] };
  values: Record<string, string>;
  action: ServerAction;
};

/** Asks once at which center a person works; afterwards it stays out of the way. */
export function OwnCenterForm({ own, values, action }: OwnCenterFormProps) {
  const t = useTranslations("tasks");
  return (
    <div className="mb-4">
      <Disclosure title={t(own.centerId ? "changeCenter" : "centerTitle", values)} open={!own.centerId}>
        <Form action={action}>
          <SelectField
            name="centerId"
            label={t("center", values)}
            help={t("centerBody", values)}
            placeholder={t("noCenter")}
            defaultValue={own.centerId ?? ""}
            options={own.centers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FormActions>
            <SubmitButton variant="secondary">{t("chooseCenter")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </div>
  );
}
