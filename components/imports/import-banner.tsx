"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";
import type { OperationView } from "@/lib/platform/operation/queries";

type ImportBannerProps = { operation: OperationView; noun: string; retry: ServerAction<unknown> };

/** How an import ended, in one sentence. */
export function ImportBanner({ operation, noun, retry }: ImportBannerProps) {
  const t = useTranslations("imports.banner");
  const { id, status, progress, problem } = operation;
  if (status === "APPLIED") {
    return (
      <Banner tone={progress.refused > 0 ? "warning" : "success"}>
        {t(progress.refused > 0 ? "appliedWithRefused" : "applied", {
          noun,
          done: progress.done,
          refused: progress.refused,
        })}
      </Banner>
    );
  }
  if (status === "UNDONE") {
    return (
      <Banner tone={progress.left > 0 ? "warning" : "info"}>
        {t(progress.left > 0 ? "undoneWithLeft" : "undone", { undone: progress.undone, left: progress.left })}
      </Banner>
    );
  }
  if (status !== "FAILED") return null;
  return (
    <Banner
      tone="danger"
      title={t("failed")}
      action={
        <Form action={retry} className="block">
          <input type="hidden" name="operationId" value={id} />
          <SubmitButton variant="secondary">{t("goOn")}</SubmitButton>
        </Form>
      }
    >
      {t("failedBody", { reference: problem?.split(":").at(-1) ?? "" })}
    </Banner>
  );
}
