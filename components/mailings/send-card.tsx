import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { HOLD_SECONDS, MANY_COPIES } from "@/lib/features/mailings/rules";
import type { ServerAction } from "@/lib/platform/action-state";

type SendCardProps = {
  mailing: { id: string; receivers: number };
  send: ServerAction<unknown>;
  /** Where the password is confirmed first; null when that is not needed (any more). */
  confirmHref: string | null;
  blocked: boolean;
  copyTo: string;
  words: Record<string, string>;
};

/** The last step: what comes with the sending, and the one button that sends. */
export function SendCard({ mailing, send, confirmHref, blocked, copyTo, words }: SendCardProps) {
  const t = useTranslations("mailings.review");
  const count = mailing.receivers;
  const copies = { count, email: copyTo };
  return (
    <Card title={t("sendTitle")}>
      <Form action={send}>
        <input type="hidden" name="mailingId" value={mailing.id} />
        <input type="hidden" name="receivers" value={count} />
        <Checkbox name="copyToSender" help={count > MANY_COPIES ? t("copyMany", copies) : t("copyHelp", copies)}>
          {t("copy")}
        </Checkbox>
        <Checkbox name="logInStream" defaultChecked>
          {t("log", words)}
        </Checkbox>
        <p className="mt-2 text-muted">{confirmHref ? t("confirmHelp") : t("hold", { seconds: HOLD_SECONDS })}</p>
        <FormActions>
          {confirmHref ? (
            <LinkButton variant="primary" href={confirmHref}>
              {t("confirm")}
            </LinkButton>
          ) : (
            <SubmitButton icon={<Send aria-hidden />} isDisabled={blocked}>
              {t("send", { count })}
            </SubmitButton>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}
