import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import type { AgreementState } from "@/lib/features/agreements/queries";
import { paths } from "@/lib/paths";
import { formatDate } from "@/lib/values/format";

const TONES = { unsigned: "warning", earlier: "accent", current: "success" } as const;

/** A client's agreement in the margin of its page: signed or not, by whom, and the way to all of it. */
export function AgreementCard({ state }: { state: AgreementState }) {
  const t = useTranslations("agreements");
  const { signature, standing } = state;
  return (
    <Card title={t("staff.card")}>
      <p className="mb-3">
        <StatusChip tone={TONES[standing]}>{t(`status.${standing}`)}</StatusChip>
      </p>
      {signature && (
        <DefinitionList
          stacked
          items={[
            { term: t("signedBy"), value: signature.signerName },
            { term: t("signedOn"), value: formatDate(signature.signedOn, "en") },
            { term: t("staff.how"), value: t(`method.${signature.method}`) },
          ]}
        />
      )}
      <p className={signature ? "mt-3" : ""}>
        <TextLink href={paths.staff.clientAgreement(state.clientId)}>
          {state.count > 0 ? t("staff.open", { count: state.count }) : t("staff.record")}
        </TextLink>
      </p>
    </Card>
  );
}
