"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import type { SelectOption } from "@/components/ui/select-box";
import { SelectField } from "@/components/ui/select-field";
import { useSelection } from "@/components/ui/selection";
import { SelectionInputs } from "@/components/ui/selection-inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { AskedField } from "@/lib/features/updates/forms/queries";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { UpdateValueField } from "./update-value-field";

type UpdateFormProps = {
  noun: string;
  query: string;
  fields: readonly SelectOption[];
  field: AskedField | null;
  list: string;
  plan: ServerAction;
};

/** The field and its new value; choosing a field shows what stands there now, and keeps what is checked. */
export function UpdateForm({ noun, query, fields, field, list, plan }: UpdateFormProps) {
  const t = useTranslations("updates");
  const router = useRouter();
  const [loading, load] = useTransition();
  const { count, total, setAll, setNone } = useSelection();
  const choose = (key: string) =>
    load(() =>
      router.replace(paths.staff.update(noun, `${query}&field=${encodeURIComponent(key)}`), { scroll: false }),
    );
  return (
    <Card>
      <Form action={plan}>
        <input type="hidden" name="noun" value={noun} />
        <input type="hidden" name="query" value={query} />
        <SelectionInputs />
        <FieldRow>
          <SelectField
            name="field"
            label={t("field")}
            options={fields}
            placeholder={t("chooseField")}
            defaultValue={field?.key ?? ""}
            onChange={(event) => choose(event.target.value)}
            required
          />
          {field && <UpdateValueField key={field.key} field={field} />}
        </FieldRow>
        {field?.asksReason && <TextField name="reason" label={t("reason")} help={t("reasonHelp")} maxLength={500} />}
        <FormActions>
          {field && <SubmitButton isDisabled={count === 0 || loading}>{t("preview")}</SubmitButton>}
          <LinkButton href={list} variant="ghost">
            {t("cancel")}
          </LinkButton>
          <span className="ml-auto flex flex-wrap items-center gap-2">
            <span role="status" className="text-muted tabular-nums">
              {t("checked", { count, total })}
            </span>
            {count > 0 ? (
              <Button size="sm" variant="ghost" onPress={setNone}>
                {t("uncheckAll")}
              </Button>
            ) : (
              <Button size="sm" variant="ghost" onPress={setAll}>
                {t("checkAll", { total })}
              </Button>
            )}
          </span>
        </FormActions>
      </Form>
    </Card>
  );
}
