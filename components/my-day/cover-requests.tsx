import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OwnCoverRequest } from "@/lib/features/scheduling/cover/requests/schema";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type CoverRequestsProps = {
  requests: readonly OwnCoverRequest[];
  values: Record<string, string>;
  actions: { take: ServerAction; decline: ServerAction };
};

/** What a practitioner is asked to take over from colleagues who are away. */
export function CoverRequests({ requests, values, actions }: CoverRequestsProps) {
  const t = useTranslations("cover.requests");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} back={{ href: paths.staff.myDay, label: t("back") }} />
      <Card padded={false}>
        {requests.length === 0 && <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />}
        <ul aria-label={t("title")} className="divide-y divide-border empty:hidden">
          {requests.map((request) => (
            <CoverRequest key={request.id} {...{ request, values, actions }} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

type CoverRequestProps = Pick<CoverRequestsProps, "values" | "actions"> & { request: OwnCoverRequest };

function CoverRequest({ request, values, actions }: CoverRequestProps) {
  const t = useTranslations("cover.requests");
  const { id, away, askedBy, type, service, center, clients, isBusy } = request;
  const when = whenWords(request);
  const asked = askedBy && t("askedBy", { name: askedBy });
  const what = [service, type, t("clients", { ...values, count: clients }), center];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium tabular-nums">
          {when}
          {isBusy && <StatusChip tone="warning">{t("busy")}</StatusChip>}
        </p>
        <p>{what.filter(Boolean).join(" · ")}</p>
        <p className="text-muted text-sm">{[t("for", { name: away }), asked].filter(Boolean).join(", ")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Form action={actions.decline} className="contents">
          <input type="hidden" name="requestId" value={id} />
          <SubmitButton variant="ghost" aria-label={t("declineNamed", { when })}>
            {t("decline")}
          </SubmitButton>
        </Form>
        <Form action={actions.take} className="contents">
          <input type="hidden" name="requestId" value={id} />
          <SubmitButton aria-label={t("takeNamed", { when })}>{t("take")}</SubmitButton>
        </Form>
      </div>
    </li>
  );
}
