"use client";
import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { NumberField } from "@/components/ui/number-field";
import { TextField } from "@/components/ui/text-field";
import type { ServiceRow } from "@/lib/features/scheduling/services/schema";

/** A kind of work: its name, how long it usually takes and what it usually costs. */
export function ServiceFields({ service }: { service: ServiceRow | null }) {
  const t = useTranslations("services");
  const rate = service?.defaultRateCents ?? null;
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        defaultValue={service?.name}
        maxLength={80}
        autoComplete="off"
        required
      />
      <FieldRow>
        <NumberField
          name="defaultMinutes"
          label={t("minutes")}
          defaultValue={service?.defaultMinutes ?? undefined}
          min={1}
          max={1440}
        />
        <TextField
          name="defaultRateCents"
          label={t("rate")}
          help={t("rateHelp")}
          inputMode="decimal"
          defaultValue={rate === null ? "" : (rate / 100).toFixed(2)}
        />
      </FieldRow>
    </>
  );
}
