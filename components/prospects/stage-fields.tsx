"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { StageRow } from "@/lib/features/prospects/stages/schema";

const OUTCOMES = ["OPEN", "WON", "LOST"] as const;

/** A stage's name, and what standing there means for the figures. */
export function StageFields({ stage }: { stage: StageRow | null }) {
  const t = useTranslations("prospects.stages");
  return (
    <>
      <TextField name="name" label={t("name")} defaultValue={stage?.name} maxLength={60} autoComplete="off" required />
      <SelectField
        name="outcome"
        label={t("outcome")}
        help={t("outcomeHelp")}
        defaultValue={stage?.outcome ?? "OPEN"}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
    </>
  );
}
