"use client";
import { useTranslations } from "next-intl";
import { type NamedListActions, NamedListEditor } from "@/components/settings/named-list-editor";
import type { ServiceRow } from "@/lib/features/scheduling/services/schema";
import { formatMoney } from "@/lib/values/format";
import { CURRENCY, money } from "@/lib/values/money";
import { ServiceFields } from "./service-fields";

type ServicesPanelProps = { services: readonly ServiceRow[]; actions: NamedListActions };

/** The kinds of work that are sold. */
export function ServicesPanel({ services, actions }: ServicesPanelProps) {
  const t = useTranslations("services");
  return (
    <NamedListEditor
      entries={services}
      words={{
        title: t("title"),
        addTitle: t("addTitle"),
        add: t("add"),
        emptyTitle: t("emptyTitle"),
        emptyBody: t("emptyBody"),
      }}
      fields={(service) => <ServiceFields service={service} />}
      shown={(service, archived) => (
        <>
          <span className="block font-medium">{service.name}</span>
          <ServiceFacts service={service} archived={archived} />
        </>
      )}
      actions={actions}
    />
  );
}

function ServiceFacts({ service, archived }: { service: ServiceRow; archived: string | null }) {
  const t = useTranslations("services");
  const { defaultMinutes: minutes, defaultRateCents: cents } = service;
  const rate = cents === null ? null : t("perHour", { rate: formatMoney(money(cents, CURRENCY), "en") });
  const facts = [archived, minutes !== null && t("length", { minutes }), rate].filter(Boolean);
  return <span className="text-muted text-sm">{facts.join(" · ") || t("nothing")}</span>;
}
