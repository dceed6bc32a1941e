import { CalendarCheck, Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { declineOfferAction, takeOfferAction } from "@/lib/features/scheduling/waiting/offers/actions";
import type { OwnOffer } from "@/lib/features/scheduling/waiting/offers/schema";
import { formatDateTime, formatDay, formatDuration, formatTimeRange } from "@/lib/values/format";
import { minutesBetween } from "@/lib/values/instant";
import { DEFAULT_LOCALE, isLocale } from "@/lib/values/locale";

type OfferCardProps = { offer: OwnOffer; severalClients: boolean; at: Date };

/** A time that got free, to be taken or left, and how long it is kept for an answer. */
export function OfferCard({ offer, severalClients, at }: OfferCardProps) {
  const t = useTranslations("portal.waiting");
  const asked = useLocale();
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const { startsAt, endsAt, timeZone: place, ownTimeZone: own, expiresAt, service, clientName } = offer;
  const shown = (zone: string) => formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true });
  const isSame = formatDateTime(startsAt, { locale, zone: place }) === formatDateTime(startsAt, { locale, zone: own });
  const what = [t("offerWith", { name: offer.practitionerName }), service, severalClients ? clientName : null];
  const until = formatDateTime(expiresAt, { locale, zone: own, showZone: true });
  return (
    <article className="rounded-lg border border-accent bg-surface p-4">
      <h3 className="font-semibold text-lg first-letter:uppercase">
        {formatDay(startsAt, { locale, zone: own, style: "long" })}
      </h3>
      <p className="font-medium tabular-nums">{shown(own)}</p>
      {!isSame && (
        <p className="text-muted text-sm tabular-nums">
          {formatDay(startsAt, { locale, zone: place, style: "weekday" })}, {shown(place)}
        </p>
      )}
      <p className="mt-1">{what.filter(Boolean).join(" · ")}</p>
      <p className="mt-3 flex gap-2 text-pretty text-muted text-sm [&>svg]:mt-[0.2em] [&>svg]:size-4 [&>svg]:shrink-0">
        <Clock aria-hidden />
        <span>
          {t("until", { until })} (
          {t("left", { left: formatDuration(Math.max(1, Math.floor(minutesBetween(at, expiresAt))), locale) })}
          ). {t(offer.alone ? "alone" : "together")}
        </span>
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Form action={takeOfferAction}>
          <input type="hidden" name="offerId" value={offer.id} />
          <SubmitButton icon={<CalendarCheck aria-hidden />}>{t("take")}</SubmitButton>
        </Form>
        <Form action={declineOfferAction}>
          <input type="hidden" name="offerId" value={offer.id} />
          <SubmitButton variant="secondary">{t("decline")}</SubmitButton>
        </Form>
      </div>
    </article>
  );
}
