import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { acceptProposalAction, declineProposalAction } from "@/lib/features/clients/proposals/actions";
import { shownValue } from "@/lib/features/clients/proposals/rules";
import type { WaitingProposal } from "@/lib/features/clients/proposals/schema";
import { formatDay } from "@/lib/values/format";
import { ProposalChange } from "./proposal-change";

/** What contacts asked to change of a client, each with old and new, to be accepted or declined. */
export function ProposalsCard({ proposals, zone }: { proposals: readonly WaitingProposal[]; zone: string }) {
  const t = useTranslations("proposals");
  const words = useTranslations("fields");
  if (proposals.length === 0) return null;
  return (
    <Card title={t("cardTitle")} padded={false}>
      <ul className="divide-y divide-border" aria-label={t("cardTitle")}>
        {proposals.map((proposal) => {
          const { id, field, from, to, now, contactName, proposedAt } = proposal;
          const label = words(field);
          const moved = now !== from;
          return (
            <li key={id} className="grid gap-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
              <div className="min-w-0">
                <p className="mb-1 flex flex-wrap items-center gap-2 text-sm">
                  <span className="font-medium">{label}</span>
                  {moved && (
                    <Badge tone="warning">{t("changedSince", { value: shownValue(field, from) || "—" })}</Badge>
                  )}
                </p>
                <ProposalChange {...{ field, to }} from={now} />
                <p className="mt-1 text-muted text-sm">
                  {t("askedBy", { name: contactName, date: formatDay(proposedAt, { locale: "en", zone }) })}
                </p>
              </div>
              <span className="flex flex-wrap items-center gap-1">
                <Form action={acceptProposalAction} className="contents">
                  <input type="hidden" name="proposalId" value={id} />
                  <input type="hidden" name="seen" value={shownValue(field, now)} />
                  <SubmitButton size="sm" aria-label={t("acceptOne", { field: label })}>
                    {t("accept")}
                  </SubmitButton>
                </Form>
                <Dialog
                  title={t("declineTitle", { field: label })}
                  trigger={
                    <Button size="sm" variant="ghost" aria-label={t("declineOne", { field: label })}>
                      {t("decline")}
                    </Button>
                  }
                >
                  <Form action={declineProposalAction}>
                    <input type="hidden" name="proposalId" value={id} />
                    <TextArea
                      name="reason"
                      label={t("reason")}
                      help={t("reasonHelp", { name: contactName })}
                      required
                    />
                    <FormActions>
                      <SubmitButton>{t("decline")}</SubmitButton>
                    </FormActions>
                  </Form>
                </Dialog>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
