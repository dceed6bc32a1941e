"use client";
import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelByLinkAction } from "@/lib/features/training/registrations/actions";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { eventWhen } from "@/lib/features/training/rules";
import { paths } from "@/lib/paths";
import { localeOf } from "@/lib/values/locale";

type CancelLinkPanelProps = { token: string; registration: RegistrationView | null; over: boolean };

/** Where the link of a letter leads: opening it changes nothing, the button does. */
export function CancelLinkPanel({ token, registration, over }: CancelLinkPanelProps) {
  const t = useTranslations("training");
  const language = useLocale();
  const locale = localeOf(language);
  const events = <LinkButton href={paths.portal.trainingEvents}>{t("allEvents")}</LinkButton>;
  if (!registration)
    return (
      <>
        <PageHeader title={t("link.unknown")} />
        <Banner action={events}>{t("link.unknownBody")}</Banner>
      </>
    );
  const cancelled = registration.status === "CANCELLED";
  const closed = over || registration.eventStatus === "CANCELLED";
  return (
    <>
      <PageHeader title={t("link.title")} />
      <div aria-live="polite">
        {cancelled && (
          <Banner tone="success" title={t("link.done")} action={events}>
            {t("link.doneBody")}
          </Banner>
        )}
        {!cancelled && closed && <Banner>{t(`blocked.${over ? "event_over" : "event_cancelled"}`)}</Banner>}
      </div>
      <Card title={registration.title}>
        <p>{eventWhen(registration, locale)}</p>
        {registration.location && <p className="text-muted">{registration.location}</p>}
        {!cancelled && !closed && (
          <Form action={cancelByLinkAction}>
            <input type="hidden" name="token" value={token} />
            <p className="my-3">{t("link.body", { name: registration.name })}</p>
            <FormActions>
              <SubmitButton variant="danger">{t("link.button")}</SubmitButton>
              {events}
            </FormActions>
          </Form>
        )}
      </Card>
    </>
  );
}
