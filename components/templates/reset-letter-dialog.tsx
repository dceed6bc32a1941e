"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ServerAction } from "@/lib/platform/action-state";

type ResetLetterDialogProps = { action: ServerAction<unknown>; letterKey: string; language: string };

/** Asks before the words somebody wrote are given up. */
export function ResetLetterDialog({ action, letterKey, language }: ResetLetterDialogProps) {
  const t = useTranslations("templates");
  return (
    <ConfirmDialog
      title={t("resetTitle")}
      action={action}
      confirmLabel={t("reset")}
      trigger={<Button>{t("reset")}</Button>}
    >
      {t("resetBody")}
      <input type="hidden" name="key" value={letterKey} />
      <input type="hidden" name="language" value={language} />
    </ConfirmDialog>
  );
}
