"use client";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import type { ServerAction } from "@/lib/platform/action-state";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Form } from "./form";
import { FormActions } from "./form-actions";
import { SubmitButton } from "./submit-button";
import { TextField } from "./text-field";

type ConfirmDialogProps<Data> = {
  title: string;
  trigger: ReactElement;
  action: ServerAction<Data>;
  confirmLabel: string;
  /** What will happen, and any hidden inputs. */
  children: ReactNode;
  /** The name that has to be typed first; for what cannot be undone. */
  typeName?: string;
};

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog<Data>({
  title,
  trigger,
  action,
  confirmLabel,
  children,
  typeName,
}: ConfirmDialogProps<Data>) {
  const t = useTranslations("ui");
  const [typed, setTyped] = useState("");
  const unlocked = typeName === undefined || typed.trim() === typeName.trim();
  return (
    <Dialog title={title} trigger={trigger}>
      {(close) => (
        <Form action={action} onDone={close}>
          <div className="mb-3 text-muted">{children}</div>
          {typeName !== undefined && (
            <TextField
              name="confirmName"
              label={t("confirmTypeLabel")}
              help={t("confirmTypeHelp", { name: typeName })}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          <FormActions>
            <SubmitButton variant="danger" isDisabled={!unlocked}>
              {confirmLabel}
            </SubmitButton>
            <Button onPress={close}>{t("cancel")}</Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
