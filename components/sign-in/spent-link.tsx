"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type SpentLinkProps = { action: ServerAction; token: string; signInHref: string };

/** An old link is no dead end: it offers a new one in one press. */
export function SpentLink({ action, token, signInHref }: SpentLinkProps) {
  const t = useTranslations("sign-in");
  const [sent, setSent] = useState(false);
  return (
    <div>
      <div role="status">{sent && <Banner tone="success">{t("welcome.newLinkSent")}</Banner>}</div>
      <Form action={action} onDone={() => setSent(true)}>
        <input type="hidden" name="token" value={token} />
        <FormActions>
          <SubmitButton isDisabled={sent}>{t("welcome.newLink")}</SubmitButton>
          <LinkButton href={signInHref}>{t("welcome.signIn")}</LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
