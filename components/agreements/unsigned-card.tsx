import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { StatusChip } from "@/components/ui/status-chip";
import type { PortalAgreement } from "@/lib/features/agreements/schema";

/** A client whose agreement waits, and who can sign it. */
export function UnsignedCard({ agreement, signHref }: { agreement: PortalAgreement; signHref: string | null }) {
  const t = useTranslations("agreements");
  const { clientName, maySign, signers } = agreement;
  if (maySign) {
    return (
      <Card title={clientName}>
        <p className="mb-3">
          <StatusChip tone="warning">{t("status.unsigned")}</StatusChip>
        </p>
        {signHref ? (
          <LinkButton href={signHref}>{t("signNext", { client: clientName })}</LinkButton>
        ) : (
          <p className="text-muted">{t("notPublished")}</p>
        )}
      </Card>
    );
  }
  return (
    <Card title={clientName}>
      <p className="font-medium">{t("cannotSign", { client: clientName })}</p>
      <p className="text-muted">
        {signers.length > 0 ? t("cannotSignBody", { signers: signers.join(", ") }) : t("cannotSignNobody")}
      </p>
    </Card>
  );
}
