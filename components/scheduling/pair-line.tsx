import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import type { Pair, Pairing } from "@/lib/features/scheduling/pairing/schema";
import { paths } from "@/lib/paths";
import { formatDateTime, formatDay, formatDuration, formatTime } from "@/lib/values/format";
import { SmallWeek } from "./small-week";

type PairLineProps = {
  pair: Pair;
  pairing: Pairing;
  values: Record<string, string>;
  asksService: boolean;
  mayBook: boolean;
};

/** One practitioner beside the client: what speaks for them, the time they share, and the next times with one click. */
export function PairLine({ pair, pairing, values, asksService, mayBook }: PairLineProps) {
  const t = useTranslations("pairing");
  const { client, minutes, first } = pairing;
  const zoned = { locale: "en" as const, zone: client.timeZone };
  const place = pair.atCenter ? t("atCenter", values) : (pair.center ?? t("noCenter", values));
  return (
    <li className="grid gap-x-6 gap-y-3 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">
            <TextLink quiet href={paths.staff.practitioner(pair.id)}>
              {pair.name}
            </TextLink>
          </span>
          <span className="text-muted text-sm tabular-nums">
            {pair.minutes > 0 ? t("common", { time: formatDuration(pair.minutes, "en") }) : t("noCommon")}
          </span>
        </p>
        <p className="mt-1.5 flex flex-wrap gap-1.5">
          {asksService && (
            <StatusChip tone={pair.givesService ? "success" : "neutral"}>
              {t(pair.givesService ? "gives" : "givesNot")}
            </StatusChip>
          )}
          {pair.speaks && <StatusChip tone="success">{t("speaks", { language: client.languageName })}</StatusChip>}
          <Badge tone={pair.atCenter ? "accent" : "neutral"}>{place}</Badge>
          {pair.knows && <Badge tone="accent">{t("bookedWith", { name: client.name })}</Badge>}
        </p>
        {pair.skills.length > 0 && <p className="mt-1.5 text-muted text-sm">{pair.skills.join(" · ")}</p>}
        {mayBook && pair.offers.length > 0 && (
          <p className="mt-3 flex flex-wrap gap-2">
            {pair.offers.map(({ startsAt, date }) => (
              <LinkButton
                key={date}
                size="sm"
                href={paths.staff.bookSlot({ clientId: client.id, practitionerId: pair.id, startsAt, minutes })}
                aria-label={t("book", { when: formatDateTime(startsAt, zoned), name: pair.name })}
              >
                <span className="tabular-nums">
                  {formatDay(startsAt, { ...zoned, style: "weekday" })}, {formatTime(startsAt, zoned)}
                </span>
              </LinkButton>
            ))}
          </p>
        )}
      </div>
      <SmallWeek name={pair.name} first={first} blocks={pair.blocks} />
    </li>
  );
}
