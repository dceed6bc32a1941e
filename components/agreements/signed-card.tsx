import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { StatusChip } from "@/components/ui/status-chip";
import type { PortalAgreement, SignatureRow } from "@/lib/features/agreements/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatDateTime } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";

type SignedCardProps = {
  agreement: PortalAgreement & { signature: SignatureRow };
  /** Where the current version can be signed; null where it is signed. */
  signHref: string | null;
};

/** A client whose agreement is signed: by whom, when, and the copy. */
export function SignedCard({ agreement, signHref }: SignedCardProps) {
  const t = useTranslations("agreements");
  const language = useLocale();
  const locale = localeOf(language);
  const { signature, clientName, timeZone: zone, standing } = agreement;
  const exact = signature.method === "ELECTRONIC";
  const when = exact
    ? formatDateTime(signature.signedAt, { locale, zone, showZone: true })
    : formatDate(signature.signedOn, locale);
  const { version } = signature;
  return (
    <Card title={clientName}>
      <p className="mb-3">
        <StatusChip tone={standing === "current" ? "success" : "accent"}>{t(`status.${standing}`)}</StatusChip>
      </p>
      <DefinitionList
        items={[
          { term: t("signedBy"), value: signature.signerName },
          { term: t("signedOn"), value: when },
          {
            term: t("agreement"),
            value: version ? `${version.title} (${version.number})` : t(`method.${signature.method}`),
          },
          { term: t("code"), value: signature.verificationCode },
        ]}
      />
      <div className="mt-4 flex flex-wrap gap-2">
        {signature.hasCopy && (
          <LinkButton href={paths.api.agreementCopy(signature.id)} download icon={<Download aria-hidden />}>
            {t("download")}
          </LinkButton>
        )}
        {signHref && <LinkButton href={signHref}>{t("signNewer")}</LinkButton>}
      </div>
    </Card>
  );
}
