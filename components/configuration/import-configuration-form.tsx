"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportPlan } from "@/lib/features/configuration/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { PlanTable } from "./plan-table";

/** Takes a configuration file: first shows what it would change, then changes it. */
export function ImportConfigurationForm({ action }: { action: ServerAction<ImportPlan> }) {
  const t = useTranslations("configuration");
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const changes = plan ? plan.counts.added + plan.counts.changed : 0;
  const isReady = plan !== null && !plan.applied && changes > 0;
  return (
    <Form action={action} onDone={setPlan}>
      <p className="mb-3 text-muted">{t("importBody")}</p>
      <FileField
        name="file"
        label={t("file")}
        help={t("fileHelp")}
        accept="application/json,.json"
        onChange={() => setPlan(null)}
        required
      />
      <input type="hidden" name="seen" value={plan?.fingerprint ?? ""} />
      <div aria-live="polite" className="mb-4">
        {plan?.applied && <Banner tone="success">{t("applied", { count: changes })}</Banner>}
        {plan && !plan.applied && <Banner tone="info">{t("summary", plan.counts)}</Banner>}
        {plan && plan.entries.length > 0 && <PlanTable entries={plan.entries} />}
      </div>
      <FormActions>
        <SubmitButton name="intent" value="preview" variant={isReady ? "secondary" : "primary"}>
          {t("preview")}
        </SubmitButton>
        {isReady && (
          <SubmitButton name="intent" value="apply">
            {t("apply", { count: changes })}
          </SubmitButton>
        )}
      </FormActions>
    </Form>
  );
}
