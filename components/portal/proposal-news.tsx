import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PortalClient } from "@/lib/features/clients/portal/schema";
import { shownValue } from "@/lib/features/clients/proposals/rules";
import type { ProposalState } from "@/lib/features/clients/proposals/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatDay } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";

const TONES: Record<ProposalState, "warning" | "success" | "danger"> = {
  WAITING: "warning",
  ACCEPTED: "success",
  DECLINED: "danger",
};

type ProposalNewsProps = { client: PortalClient; zone: string; withdraw: ServerAction };

/** What was asked of staff: what waits and since when, and what they decided lately and why. */
export function ProposalNews({ client, zone, withdraw }: ProposalNewsProps) {
  const t = useTranslations("portal.proposals");
  const fields = useTranslations("portal.fields");
  const locale = useLocale() as Locale;
  const labelOf = (field: string) =>
    fields((field === "name" ? (client.isPerson ? "personName" : "companyName") : field) as "city");
  const dayOf = (at: Date) => formatDay(at, { locale, zone });
  return (
    <ul aria-label={t("title")} className="mb-4 divide-y divide-border rounded-lg border border-border bg-surface">
      {client.proposals.map(({ id, field, from, to, state, contactName, proposedAt, decidedAt, reason }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-[1_1_16rem]">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{labelOf(field)}</span>
              <StatusChip tone={TONES[state]}>{t(`states.${state}`)}</StatusChip>
            </p>
            <p className="flex flex-wrap items-baseline gap-x-2 [overflow-wrap:anywhere]">
              <span className="text-muted">{shownValue(field, from) || t("blank")}</span>
              <ArrowRight aria-label={t("to")} role="img" className="size-4 self-center text-muted" />
              <span>{shownValue(field, to) || t("blank")}</span>
            </p>
            <p className="text-muted text-sm">
              {state === "WAITING"
                ? t("waitsSince", { name: contactName, date: dayOf(proposedAt) })
                : decidedAt && t("decidedOn", { date: dayOf(decidedAt) })}
            </p>
            {reason && <p className="mt-1 whitespace-pre-line break-words">{t("reason", { reason })}</p>}
          </div>
          {state === "WAITING" && (
            <Form action={withdraw} className="contents">
              <input type="hidden" name="proposalId" value={id} />
              <SubmitButton size="sm" variant="secondary" aria-label={t("withdrawOne", { field: labelOf(field) })}>
                {t("withdraw")}
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
