"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ServerAction } from "@/lib/platform/action-state";

/** Throws a draft away. */
export function DiscardDialog({ mailingId, discard }: { mailingId: string; discard: ServerAction<unknown> }) {
  const t = useTranslations("mailings.discard");
  return (
    <ConfirmDialog
      title={t("title")}
      trigger={<Button variant="ghost">{t("button")}</Button>}
      action={discard}
      confirmLabel={t("confirm")}
    >
      {t("body")}
      <input type="hidden" name="mailingId" value={mailingId} />
    </ConfirmDialog>
  );
}
