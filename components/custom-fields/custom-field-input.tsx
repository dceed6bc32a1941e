import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { customName } from "@/lib/features/custom-fields/rules";
import type { CustomValue } from "@/lib/features/custom-fields/schema";

/** One field of the organization's own in a form. */
export function CustomFieldInput({ field, required }: { field: CustomValue; required: boolean }) {
  const t = useTranslations("custom-fields");
  const { type, label, help, value, choices } = field;
  const shared = { name: customName(field), label, help: help ?? undefined, required };
  if (type === "date") return <DateField {...shared} defaultValue={value ?? undefined} />;
  if (type === "choice" || type === "yes_no") {
    const offered = choices.filter(({ id, archived }) => !archived || id === value);
    const options =
      type === "choice"
        ? offered.map(({ id, label: words }) => ({ value: id, label: words }))
        : (["yes", "no"] as const).map((answer) => ({ value: answer, label: t(answer) }));
    return <SelectField {...shared} placeholder={t("blank")} options={options} defaultValue={value ?? ""} />;
  }
  const isNumber = type === "number";
  return (
    <TextField
      {...shared}
      defaultValue={value ?? ""}
      inputMode={isNumber ? "decimal" : undefined}
      maxLength={isNumber ? 24 : 500}
      autoComplete="off"
    />
  );
}
