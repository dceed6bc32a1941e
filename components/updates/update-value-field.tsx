"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { AskedField } from "@/lib/features/updates/forms/queries";

/** The new value, asked for as its field wants it. */
export function UpdateValueField({ field }: { field: AskedField }) {
  const t = useTranslations("updates");
  const { kind, choices, optional, max, offered } = field;
  const common = { name: "value", label: t("value") };
  if (kind === "choice") {
    return <SelectField {...common} options={choices} defaultValue={offered} placeholder={t("chooseValue")} required />;
  }
  const typed = { ...common, help: optional ? t("optional") : undefined, required: !optional };
  if (kind === "date") return <DateField {...typed} />;
  return <TextField {...typed} inputMode={kind === "number" ? "numeric" : undefined} maxLength={max ?? 40} />;
}
