import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type ConfirmEmailPanelProps = { email: string | null; token: string; action: ServerAction };

/** Where the link of a mail leads: a button, so that a mail scanner that follows links changes nothing. */
export function ConfirmEmailPanel({ email, token, action }: ConfirmEmailPanelProps) {
  const t = useTranslations("portal");
  const back = (variant: "primary" | "ghost") => (
    <LinkButton href={paths.portal.myInformation} variant={variant}>
      {t("email.backToInformation")}
    </LinkButton>
  );
  if (!email) {
    return <EmptyState level={1} title={t("email.spentTitle")} body={t("email.spentBody")} action={back("primary")} />;
  }
  return (
    <>
      <PageHeader title={t("email.confirmTitle")} description={t("email.confirmBody", { email })} />
      <Form action={action}>
        <input type="hidden" name="token" value={token} />
        <FormActions>
          <SubmitButton>{t("email.confirm")}</SubmitButton>
          {back("ghost")}
        </FormActions>
      </Form>
    </>
  );
}
