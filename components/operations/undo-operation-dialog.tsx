"use client";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ServerAction } from "@/lib/platform/action-state";

type UndoOperationDialogProps = {
  operationId: string;
  /** Records it made or changed. */
  count: number;
  /** Left by an earlier undo; then only these are tried. */
  left: number;
  until: string;
  action: ServerAction<unknown>;
};

/** Asks before a whole operation is taken back. */
export function UndoOperationDialog({ operationId, count, left, until, action }: UndoOperationDialogProps) {
  const t = useTranslations("operations.undo");
  const label = t(left > 0 ? "again" : "label");
  return (
    <ConfirmDialog
      title={t("title")}
      trigger={<Button icon={<Undo2 aria-hidden />}>{label}</Button>}
      action={action}
      confirmLabel={label}
    >
      <p>{left > 0 ? t("bodyAgain", { count: left }) : t("body", { count })}</p>
      <p className="mt-2">{t("until", { date: until })}</p>
      <input type="hidden" name="operationId" value={operationId} />
    </ConfirmDialog>
  );
}
