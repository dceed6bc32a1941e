"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServiceRow } from "@/lib/features/scheduling/services/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatMoney } from "@/lib/values/format";
import { CURRENCY, money } from "@/lib/values/money";
import { ServiceFields } from "./service-fields";

type ServiceActions = Record<"add" | "edit" | "archive" | "restore", ServerAction>;
type ServicesPanelProps = { services: readonly ServiceRow[]; actions: ServiceActions };

/** The kinds of work that are sold; an administrator adds, edits and archives them. */
export function ServicesPanel({ services, actions }: ServicesPanelProps) {
  const t = useTranslations("services");
  return (
    <div className="grid max-w-3xl gap-4">
      <Card title={t("title")} padded={false}>
        {services.length === 0 && <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />}
        <ul className="divide-y divide-border">
          {services.map((service) => (
            <li key={service.id} className="flex flex-wrap items-center gap-2 px-4 py-2">
              <span className="min-w-0 flex-[1_1_12rem]">
                <span className="block font-medium [overflow-wrap:anywhere]">{service.name}</span>
                <ServiceFacts service={service} />
              </span>
              <ServiceButtons service={service} actions={actions} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("addTitle")}>
        <Form action={actions.add} reset>
          <ServiceFields service={null} />
          <FormActions>
            <SubmitButton>{t("add")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

function ServiceFacts({ service }: { service: ServiceRow }) {
  const t = useTranslations("services");
  const { defaultMinutes: minutes, defaultRateCents: cents, archived } = service;
  const rate = cents === null ? null : t("perHour", { rate: formatMoney(money(cents, CURRENCY), "en") });
  const facts = [archived && t("isArchived"), minutes !== null && t("length", { minutes }), rate].filter(Boolean);
  return <span className="text-muted text-sm">{facts.join(" · ") || t("nothing")}</span>;
}

function ServiceButtons({ service, actions }: { service: ServiceRow; actions: ServiceActions }) {
  const t = useTranslations("services");
  const { name, archived } = service;
  const hidden = <input type="hidden" name="serviceId" value={service.id} />;
  if (archived) {
    return (
      <Form action={actions.restore} className="contents">
        {hidden}
        <SubmitButton size="sm" variant="ghost" aria-label={t("restoreOne", { name })}>
          {t("restore")}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-1">
      <Dialog
        title={t("editTitle", { name })}
        trigger={
          <Button size="sm" variant="ghost" aria-label={t("editOne", { name })}>
            {t("edit")}
          </Button>
        }
      >
        {(close) => (
          <Form action={actions.edit} onDone={close}>
            {hidden}
            <ServiceFields service={service} />
            <FormActions>
              <SubmitButton>{t("save")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Dialog>
      <Form action={actions.archive} className="contents">
        {hidden}
        <SubmitButton size="sm" variant="ghost" aria-label={t("archiveOne", { name })}>
          {t("archive")}
        </SubmitButton>
      </Form>
    </span>
  );
}
