"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ToldApart } from "@/lib/features/clients/duplicates/decisions/schema";
import type { ServerAction } from "@/lib/platform/action-state";

/** Takes back that two people were told apart. */
export function DoubtAgainForm({ pair: { first, second }, action }: { pair: ToldApart; action: ServerAction }) {
  const t = useTranslations("duplicates.apart");
  const router = useRouter();
  return (
    <Form action={action} onDone={() => router.refresh()} className="contents">
      <input type="hidden" name="ids[]" value={first.id} />
      <input type="hidden" name="ids[]" value={second.id} />
      <SubmitButton
        variant="secondary"
        size="sm"
        aria-label={t("undoLabel", { first: first.name, second: second.name })}
      >
        {t("undo")}
      </SubmitButton>
    </Form>
  );
}
