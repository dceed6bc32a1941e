import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { PortalAgreement, AgreementText as Text } from "@/lib/features/agreements/schema";
import { paths } from "@/lib/paths";
import { formatDate } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import { dayIn } from "@/lib/values/wall-clock";
import { AgreementText } from "./agreement-text";
import { SignAgreementForm } from "./sign-agreement-form";
import { SignedCard } from "./signed-card";
import { UnsignedCard } from "./unsigned-card";

type SignAgreementPanelProps = {
  signerName: string;
  agreements: PortalAgreement[];
  text: Text | null;
  chosen: PortalAgreement | null;
  /** Just signed, to say so. */
  signedNow: boolean;
};

const signHref = (clientId: string) => `${paths.portal.signAgreement}?client=${clientId}`;

/** Everything about agreements that one contact sees: what is signed, what waits, and the text with its form. */
export function SignAgreementPanel({ signerName, agreements, text, chosen, signedNow }: SignAgreementPanelProps) {
  const t = useTranslations("agreements");
  const others = agreements.filter((agreement) => agreement !== chosen || agreement.signature);
  return (
    <>
      <PageHeader title={t("title")} description={chosen && text ? t("intro") : undefined} />
      {signedNow && (
        <div role="status">
          <Banner tone="success" title={t("signedNow")}>
            {t("signedNowBody")}
          </Banner>
        </div>
      )}
      {agreements.length === 0 && <EmptyState title={t("none")} body={t("noneBody")} />}
      <div className="grid gap-4">
        {chosen && text && <Signing client={chosen} text={text} signerName={signerName} />}
        {others.map((agreement) => {
          const open =
            agreement.textId && agreement.maySign && agreement !== chosen && agreement.standing !== "current";
          const href = open ? signHref(agreement.clientId) : null;
          const { signature } = agreement;
          return signature ? (
            <SignedCard key={agreement.clientId} agreement={{ ...agreement, signature }} signHref={href} />
          ) : (
            <UnsignedCard key={agreement.clientId} agreement={agreement} signHref={href} />
          );
        })}
      </div>
    </>
  );
}

function Signing({ client, text, signerName }: { client: PortalAgreement; text: Text; signerName: string }) {
  const t = useTranslations("agreements");
  const language = useLocale();
  const locale = localeOf(language);
  const date = formatDate(dayIn(client.timeZone, text.publishedAt), locale);
  return (
    <Section title={t("signFor", { client: client.clientName })}>
      <AgreementText
        title={text.title}
        body={text.body}
        language={text.language}
        facts={t("version", { number: text.number, date })}
      />
      <div className="my-4">
        <Disclosure title={t("fingerprint")}>
          <p className="text-muted text-sm">{t("fingerprintBody")}</p>
          <p className="break-all font-mono text-sm">{text.textSha256}</p>
        </Disclosure>
      </div>
      <SignAgreementForm
        key={client.clientId}
        client={{ id: client.clientId, name: client.clientName }}
        version={{ id: text.id, textSha256: text.textSha256 }}
        signerName={signerName}
      />
    </Section>
  );
}
