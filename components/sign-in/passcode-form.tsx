"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CodeField } from "@/components/ui/code-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

const DIGITS = 8;

/** The passcode of the mail. Its link carries it after the "#": it is filled in here and has still to be sent. */
export function PasscodeForm({ action }: { action: ServerAction }) {
  const t = useTranslations("sign-in");
  const [code, setCode] = useState("");
  useEffect(() => {
    const read = () => {
      const carried = /^#(\d{8})$/.exec(window.location.hash)?.[1];
      if (!carried) return;
      setCode(carried);
      // Not to be left in the history of a shared computer.
      window.history.replaceState(null, "", window.location.pathname);
    };
    read();
    // The link may be opened in the very tab in which the passcode was asked for.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return (
    <Form action={action}>
      <CodeField
        name="code"
        label={t("passcode.code")}
        help={t("passcode.codeHelp")}
        length={DIGITS}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        required
      />
      <FormActions>
        <SubmitButton>{t("passcode.submit")}</SubmitButton>
        <LinkButton href={paths.portal.forgotPassword} variant="ghost">
          {t("passcode.again")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
