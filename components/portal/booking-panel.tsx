import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { BookingSearch, BookingView } from "@/lib/features/scheduling/booking/schema";
import { paths } from "@/lib/paths";
import { formatDay, formatTimeRange } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import { BookingChoices } from "./booking-choices";
import { BookingForm } from "./booking-form";
import { WaitingJoinForm } from "./waiting-join-form";

/** Where a client finds a time with somebody who works with them, or another time for a session. */
export function BookingPanel({ booking, search }: { booking: BookingView; search: BookingSearch }) {
  const t = useTranslations("portal.booking");
  const asked = useLocale();
  const locale = localeOf(asked);
  const { mode, client, practitioner, moving, lost, days } = booking;
  const back = { href: paths.portal.sessions, label: t("back") };
  if (mode === "OFF" || !client?.open)
    return (
      <>
        <PageHeader title={t("title")} back={back} />
        {client && <BookingChoices booking={booking} client={client} practitioner={null} />}
        {mode === "OFF" && client && booking.isOwnMode ? (
          <EmptyState title={t("offOne", { client: client.name })} body={t("offOneBody", { client: client.name })} />
        ) : (
          <EmptyState title={t("off")} body={t("offBody")} />
        )}
      </>
    );
  if (!practitioner)
    return (
      <>
        <PageHeader title={t("title")} back={back} />
        <EmptyState title={t("nobody")} body={t("nobodyBody")} />
      </>
    );
  const zone = moving?.timeZone ?? client.timeZone;
  const current =
    moving &&
    `${formatDay(moving.startsAt, { locale, zone, style: "long" })}, ${formatTimeRange(moving.startsAt, moving.endsAt, { locale, zone, showZone: true })}`;
  return (
    <>
      <PageHeader
        back={back}
        title={t(moving ? "moveTitle" : "title")}
        description={current ? t("now", { when: current }) : t(mode === "DIRECT" ? "bodyDirect" : "bodyRequest")}
      />
      {lost && (
        <div className="mb-4">
          <Banner tone="warning">{t("lost")}</Banner>
        </div>
      )}
      {!moving && <BookingChoices booking={booking} client={client} practitioner={practitioner} />}
      {days.length === 0 ? (
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<LinkButton href={paths.portal.availabilityOf(client.id)}>{t("availability")}</LinkButton>}
        />
      ) : (
        <BookingForm booking={booking} client={client} practitioner={practitioner} search={search} />
      )}
      {booking.hasLine && !moving && (
        <WaitingJoinForm
          key={`${client.id} ${practitioner.id} ${booking.service?.id}`}
          {...{ client, practitioner }}
          service={booking.service}
          hasTimes={days.length > 0}
        />
      )}
    </>
  );
}
