import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type UnsubscribeCardProps = {
  link: string;
  /** As much of the address as its owner needs to know it again. */
  email: string;
  unsubscribed: boolean;
  actions: { unsubscribe: ServerAction<unknown>; subscribeAgain: ServerAction<unknown> };
};

/** Leaves the mailings with one press, and comes back with another. A link alone changes nothing: mail scanners open them. */
export function UnsubscribeCard({ link, email, unsubscribed, actions }: UnsubscribeCardProps) {
  const t = useTranslations("unsubscribe");
  return (
    <Card>
      <div aria-live="polite">
        <h2 className="mb-2 break-words font-semibold text-lg">{t(unsubscribed ? "done" : "ask", { email })}</h2>
        <p className="mb-2 text-muted">{t(unsubscribed ? "doneBody" : "askBody")}</p>
      </div>
      <Form action={unsubscribed ? actions.subscribeAgain : actions.unsubscribe}>
        <input type="hidden" name="link" value={link} />
        <FormActions>
          <SubmitButton variant={unsubscribed ? "secondary" : "primary"}>
            {t(unsubscribed ? "subscribeAgain" : "unsubscribe")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
