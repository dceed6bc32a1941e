"use client";
import type { ReactElement, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type GiveUpDialogProps<Data> = {
  title: string;
  trigger: ReactElement;
  action: ServerAction<Data>;
  confirmLabel: string;
  keepLabel: string;
  /** What will happen, and the hidden inputs. */
  children: ReactNode;
};

/** Asks before a place or an event is cancelled; the way back says what is kept, for "Cancel" could mean either. */
export function GiveUpDialog<Data>({
  title,
  trigger,
  action,
  confirmLabel,
  keepLabel,
  children,
}: GiveUpDialogProps<Data>) {
  return (
    <Dialog title={title} trigger={trigger}>
      {(close) => (
        <Form action={action} onDone={close}>
          <div className="mb-3">{children}</div>
          <FormActions>
            <SubmitButton variant="danger">{confirmLabel}</SubmitButton>
            <Button onPress={close}>{keepLabel}</Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
