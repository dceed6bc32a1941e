"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { PasswordField } from "@/components/ui/password-field";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SecondFactorState } from "@/lib/features/accounts/second-factor/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { Enrolment } from "./enrolment";
import { RecoveryCodes } from "./recovery-codes";

type SecondFactorCardProps = {
  state: SecondFactorState;
  actions: {
    begin: ServerAction;
    enrol: ServerAction<string[]>;
    renew: ServerAction<string[]>;
    remove: ServerAction;
  };
};

/** The second step of one's own sign-in: set up, renewed or turned off, each with the password. */
export function SecondFactorCard({ state, actions }: SecondFactorCardProps) {
  const t = useTranslations("accounts");
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onSaved={() => setCodes(null)} />;
  if (state.enrolment) return <Enrolment qr={state.enrolment.qr} secret={state.enrolment.key} action={actions.enrol} />;
  if (!state.on) return <PasswordDialog title={t("own.begin")} action={actions.begin} />;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusChip tone="success">{t("own.on")}</StatusChip>
        <span className="text-muted">{t("own.codesLeft", { count: state.recoveryCodesLeft })}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <PasswordDialog title={t("own.renew")} action={actions.renew} onDone={setCodes} />
        <PasswordDialog title={t("own.remove")} body={t("own.removeBody")} action={actions.remove} />
      </div>
    </div>
  );
}

type PasswordDialogProps<Data> = {
  title: string;
  body?: string;
  action: ServerAction<Data>;
  onDone?: (data: Data) => void;
};

function PasswordDialog<Data>({ title, body, action, onDone }: PasswordDialogProps<Data>) {
  const t = useTranslations("accounts");
  return (
    <Dialog title={title} trigger={<Button>{title}</Button>}>
      {(close) => (
        <Form
          action={action}
          onDone={(data) => {
            close();
            onDone?.(data);
          }}
        >
          {body && <p className="mb-3 text-muted">{body}</p>}
          <PasswordField name="password" label={t("own.password")} autoComplete="current-password" required />
          <FormActions>
            <SubmitButton>{title}</SubmitButton>
            <Button onPress={close}>{t("cancel")}</Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
