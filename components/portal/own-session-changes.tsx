import { CalendarClock, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { PortalSession } from "@/lib/features/clients/portal/sessions/schema";
import { cancelOwnSessionAction } from "@/lib/features/scheduling/booking/actions";
import type { changeAnswer } from "@/lib/features/scheduling/booking/rules";
import { paths } from "@/lib/paths";
import { displayPhone, phoneHref } from "@/lib/values/phone";

type OwnSessionChangesProps = { session: PortalSession; answer: ReturnType<typeof changeAnswer> };

/** What a client can do with a session themselves; where it is too late, whom to call. */
export function OwnSessionChanges({ session, answer }: OwnSessionChangesProps) {
  const t = useTranslations("portal.booking");
  const { id, status, centerPhone: phone, centerEmail: email } = session;
  const isRequest = status === "REQUESTED";
  const { why } = answer;
  if (why === "off" || why === "over") return null;
  return (
    <div className="mt-3 grid gap-1 border-border border-t pt-3">
      {isRequest && <p className="text-muted text-sm">{t("requestedHelp")}</p>}
      {answer.move && (
        <p>
          <LinkButton href={paths.portal.bookSessionOf({ move: id })} icon={<CalendarClock aria-hidden />}>
            {t("move")}
          </LinkButton>
        </p>
      )}
      {answer.cancel && (
        <Disclosure title={t(isRequest ? "cancelRequest" : "cancel")}>
          <Form action={cancelOwnSessionAction}>
            <input type="hidden" name="attendanceId" value={id} />
            <TextField name="reason" label={t("reason")} maxLength={200} autoComplete="off" />
            <SubmitButton variant="danger" icon={<CircleX aria-hidden />}>
              {t(isRequest ? "cancelRequest" : "cancelIt")}
            </SubmitButton>
          </Form>
        </Disclosure>
      )}
      {(why === "late" || why === "group") && (
        <p className="text-muted text-sm">
          {t(why)}{" "}
          {phone && (
            <a href={phoneHref(phone)} className="whitespace-nowrap text-accent underline">
              {displayPhone(phone)}
            </a>
          )}{" "}
          {email && (
            <a href={`mailto:${email}`} className="inline-block text-accent underline [overflow-wrap:anywhere]">
              {email}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
