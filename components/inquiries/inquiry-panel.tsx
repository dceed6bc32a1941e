import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { InquiryCenter, SentInquiry } from "@/lib/features/prospects/inquiries/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatTime } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { displayPhone } from "@/lib/values/phone";
import { InquiryForm } from "./inquiry-form";

type InquiryPanelProps = {
  center: InquiryCenter;
  token: string;
  /** What was saved, right after it was sent. */
  sent: SentInquiry | null;
  action: ServerAction;
};

/** The public page of a center: who wants to know something writes here. */
export function InquiryPanel({ center, token, sent, action }: InquiryPanelProps) {
  const t = useTranslations("inquiry");
  return (
    <>
      <PageHeader title={t("title", { center: center.name })} description={sent ? undefined : t("body")} />
      <div aria-live="polite" className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        {sent ? (
          <div className="grid gap-4">
            <Sent center={center} sent={sent} />
          </div>
        ) : (
          <Card>
            <InquiryForm center={center.slug} token={token} action={action} />
          </Card>
        )}
        <Card title={t("otherwise")}>
          <p className="flex flex-wrap gap-x-6 gap-y-1 [overflow-wrap:anywhere]">
            {center.phone && <TextLink href={`tel:${center.phone}`}>{displayPhone(center.phone)}</TextLink>}
            {center.email && <TextLink href={`mailto:${center.email}`}>{center.email}</TextLink>}
            {!center.phone && !center.email && <span className="text-muted">{t("noOther")}</span>}
          </p>
        </Card>
      </div>
    </>
  );
}

function Sent({ center, sent }: { center: InquiryCenter; sent: SentInquiry }) {
  const t = useTranslations("inquiry");
  const locale = useLocale() as Locale;
  const time = formatTime(sent.savedAt, { locale, zone: center.timeZone, showZone: true });
  return (
    <>
      <Banner tone="success" title={t("sentTitle")}>
        <p>{t("saved", { name: sent.name, time })}</p>
        <p>{sent.maskedEmail ? t("mailed", { email: sent.maskedEmail }) : t("notMailed")}</p>
      </Banner>
      <p>
        <LinkButton href={paths.portal.inquire(center.slug)}>{t("another")}</LinkButton>
      </p>
    </>
  );
}
