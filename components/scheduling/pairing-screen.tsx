import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { TextLink } from "@/components/ui/text-link";
import type { Pairing, PairingSearch } from "@/lib/features/scheduling/pairing/schema";
import { paths } from "@/lib/paths";
import { addDays } from "@/lib/values/date";
import { formatDateRange } from "@/lib/values/format";
import { PairLine } from "./pair-line";
import { PairingFilters } from "./pairing-filters";
import { SlotQuestion } from "./slot-question";

type PairingScreenProps = {
  pairing: Pairing;
  search: PairingSearch;
  values: Record<string, string>;
  mayBook: boolean;
};

/** Who has time for one client in a week, best first, and who could take one time. */
export function PairingScreen({ pairing, search, values, mayBook }: PairingScreenProps) {
  const t = useTranslations("pairing");
  const { client, first, pairs, more } = pairing;
  const week = formatDateRange(first, addDays(first, 6), { locale: "en" });
  const { service, on, at, minutes } = search;
  const all = { service, on, at, week: first, minutes: minutes ? String(minutes) : null, all: "1" };
  return (
    <>
      <PageHeader
        title={t("pairTitle", { name: client.name })}
        back={{ href: paths.staff.scheduling, label: t("back") }}
        facts={[client.number, client.center]}
        actions={<LinkButton href={paths.staff.client(client.id)}>{t("client", values)}</LinkButton>}
      />
      {!client.hasHours && (
        <div className="mb-4">
          <Banner
            tone="info"
            action={<TextLink href={paths.staff.clientAvailability(client.id)}>{t("giveHours")}</TextLink>}
          >
            {t("noHours", { name: client.name })}
          </Banner>
        </div>
      )}
      <PairingFilters {...{ pairing, search }} />
      <RecordLayout aside={<SlotQuestion {...{ pairing, search, values, mayBook }} />}>
        <Card title={t("ranked", { week })} padded={false}>
          <p className="border-border border-b px-4 py-2.5 text-pretty text-muted text-sm">
            {t("rankedHelp", { ...values, center: values.center ?? "", zone: client.timeZone })}
          </p>
          {pairs.length === 0 ? (
            <EmptyState title={t("nobodyTitle", values)} body={t("nobodyBody", values)} />
          ) : (
            <ol className="divide-y divide-border">
              {pairs.map((pair) => (
                <PairLine
                  key={pair.id}
                  {...{ pair, pairing, values, mayBook }}
                  asksService={search.service !== undefined}
                />
              ))}
            </ol>
          )}
          {more > 0 && (
            <p className="border-border border-t px-4 py-2.5 text-sm">
              <TextLink href={paths.staff.pairing(client.id, all)}>{t("showAll", { ...values, count: more })}</TextLink>
            </p>
          )}
        </Card>
      </RecordLayout>
    </>
  );
}
