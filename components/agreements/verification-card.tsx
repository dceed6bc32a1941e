import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { StatusChip } from "@/components/ui/status-chip";
import type { Verification } from "@/lib/features/agreements/verification/schema";
import { formatDate, formatDateTime } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";

type Found = Extract<Verification, { outcome: "found" }>;

const TONES = { intact: "success", changed: "danger", none: "neutral" } as const;

function Hash({ text }: { text: string | null }) {
  return text ? <span className="break-all font-mono text-sm">{text}</span> : null;
}

/** What a code proves: who signed what and when, and whether the stored document is still the one made then. */
export function VerificationCard({ verification }: { verification: Found }) {
  const t = useTranslations("agreements");
  const language = useLocale();
  const locale = localeOf(language);
  const { copy, voided, version, method, timeZone: zone } = verification;
  const when =
    method === "ELECTRONIC"
      ? formatDateTime(verification.signedAt, { locale, zone, showZone: true })
      : formatDate(verification.signedOn, locale);
  const bad = voided || copy === "changed";
  return (
    <>
      <Banner tone={bad ? "danger" : "success"} title={t(voided ? "verify.voided" : "verify.found")}>
        {t(`verify.${copy}`)}
      </Banner>
      <Card>
        <DefinitionList
          stacked
          items={[
            { term: t("verify.client"), value: verification.clientName },
            { term: t("signedBy"), value: verification.signerName },
            { term: t("signedOn"), value: when },
            { term: t("agreement"), value: version ? `${version.title} (${version.number})` : t(`method.${method}`) },
            { term: t("code"), value: <span className="font-mono">{verification.code}</span> },
            {
              term: t("verify.copy"),
              value: <StatusChip tone={TONES[copy]}>{t(`verify.${copy}Short`)}</StatusChip>,
            },
            { term: t("verify.documentHash"), value: <Hash text={verification.pdfSha256} /> },
            { term: t("verify.textHash"), value: <Hash text={verification.textSha256} /> },
          ]}
        />
      </Card>
    </>
  );
}
