"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyText } from "@/components/ui/copy-text";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { subscribeAddress } from "@/lib/features/calendar/links/copy";
import type { ServerAction } from "@/lib/platform/action-state";

type CalendarLinkProps = {
  /** When the address that works now was made, in words; null while there is none. */
  made: string | null;
  actions: { make: ServerAction<{ address: string }>; revoke: ServerAction };
};

/** The secret address under which a calendar program reads one's own calendar. */
export function CalendarLink({ made, actions }: CalendarLinkProps) {
  const t = useTranslations("calendar.link");
  const [address, setAddress] = useState<string | null>(null);
  const has = made !== null || address !== null;
  return (
    <div className="grid max-w-2xl gap-3">
      {address ? (
        <div role="status" className="grid gap-3">
          <p className="text-muted">{t("once")}</p>
          <CopyText label={t("address")} text={address} />
          <TextLink href={subscribeAddress(address)}>{t("subscribe")}</TextLink>
        </div>
      ) : (
        <p className="text-muted">{made ? t("made", { when: made }) : t("none")}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Form action={actions.make} onDone={(done) => setAddress(done.address)}>
          <SubmitButton variant="secondary">{t(has ? "renew" : "make")}</SubmitButton>
        </Form>
        {has && (
          <Form action={actions.revoke} onDone={() => setAddress(null)}>
            <SubmitButton variant="ghost">{t("turnOff")}</SubmitButton>
          </Form>
        )}
      </div>
    </div>
  );
}
