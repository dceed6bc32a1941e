import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { leaveOwnLineAction } from "@/lib/features/scheduling/waiting/actions";
import type { OwnOffer } from "@/lib/features/scheduling/waiting/offers/schema";
import type { WaitRow } from "@/lib/features/scheduling/waiting/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatDay } from "@/lib/values/format";
import { DEFAULT_LOCALE, isLocale } from "@/lib/values/locale";
import { OfferCard } from "./offer-card";

type WaitingPanelProps = {
  isOn: boolean;
  waits: readonly WaitRow[];
  offers: readonly OwnOffer[];
  severalClients: boolean;
  at: Date;
};

/** What got free for those a contact acts for, and what they wait for. */
export function WaitingPanel({ isOn, waits, offers, severalClients, at }: WaitingPanelProps) {
  const t = useTranslations("portal.waiting");
  const asked = useLocale();
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const daysOf = ({ firstDay, lastDay }: WaitRow) => {
    const [first, last] = [firstDay, lastDay].map((day) => (day ? formatDate(day, locale) : ""));
    if (first && last) return t("days", { first, last });
    return first ? t("from", { first }) : last ? t("to", { last }) : t("anyDay");
  };
  const find = <LinkButton href={paths.portal.bookSession}>{t("find")}</LinkButton>;
  const isEmpty = waits.length === 0 && offers.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("body")}
        back={{ href: paths.portal.sessions, label: t("back") }}
        actions={isOn && !isEmpty && find}
      />
      {isEmpty && !isOn && <EmptyState title={t("off")} body={t("offBody")} />}
      {isEmpty && isOn && <EmptyState title={t("none")} body={t("noneBody")} action={find} />}
      {offers.length > 0 && (
        <Section title={t("offers")}>
          <ul aria-label={t("offers")} className="grid gap-3">
            {offers.map((offer) => (
              <li key={offer.id}>
                <OfferCard {...{ offer, severalClients, at }} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {waits.length > 0 && (
        <Section title={t("waits")}>
          <ul aria-label={t("waits")} className="grid gap-3">
            {waits.map((wait) => {
              const who = wait.practitioner ?? t("anybody");
              return (
                <li
                  key={wait.id}
                  className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-border bg-surface p-4"
                >
                  <div className="min-w-0 flex-[1_1_14rem]">
                    <p className="font-medium">{[who, wait.service].filter(Boolean).join(" · ")}</p>
                    <p className="text-muted text-sm">
                      {[
                        severalClients ? wait.client : null,
                        daysOf(wait),
                        t("since", { day: formatDay(wait.createdAt, { locale, zone: wait.timeZone }) }),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </p>
                  </div>
                  <Form action={leaveOwnLineAction}>
                    <input type="hidden" name="waitId" value={wait.id} />
                    <SubmitButton variant="secondary" aria-label={t("leaveNamed", { name: who })}>
                      {t("leave")}
                    </SubmitButton>
                  </Form>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
    </>
  );
}
