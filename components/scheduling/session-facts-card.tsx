import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { SessionRecord } from "@/lib/features/scheduling/sessions/record/schema";
import { paths } from "@/lib/paths";
import { formatDay, formatDuration, formatTimeRange } from "@/lib/values/format";
import { minutesBetween } from "@/lib/values/instant";
import { OwnZoneTime } from "./own-zone-time";

type SessionFactsCardProps = { session: SessionRecord; values: Record<string, string>; mayChange: boolean };

/** When, where and what. */
export function SessionFactsCard({ session, values, mayChange }: SessionFactsCardProps) {
  const t = useTranslations("sessions");
  const { startsAt, endsAt, timeZone: zone, meetingLink } = session;
  const day = formatDay(startsAt, { locale: "en", zone, style: "weekday" });
  const hours = formatTimeRange(startsAt, endsAt, { locale: "en", zone, showZone: true });
  const when = (
    <>
      <span className="font-medium">{day}</span>
      <span className="block">
        {hours} <span className="text-muted">· {formatDuration(minutesBetween(startsAt, endsAt), "en")}</span>
      </span>
      <OwnZoneTime start={startsAt.getTime()} end={endsAt.getTime()} zone={zone} />
    </>
  );
  const link = meetingLink && (
    <TextLink href={meetingLink} external>
      {t("join")}
    </TextLink>
  );
  const series = (
    <>
      {t("ofSeries")}{" "}
      {mayChange && session.ahead && session.ahead.all > 0 && (
        <TextLink href={paths.staff.sessionSeries(session.id)}>{t("editSeries")}</TextLink>
      )}
    </>
  );
  return (
    <Card title={t("whenAndWhere")}>
      <DefinitionList
        gaps={t("blank")}
        items={[
          { term: t("when"), value: when },
          { term: t("type"), value: [session.type, session.service?.name].filter(Boolean).join(" · ") },
          { term: t("area"), value: session.area },
          { term: t("center", values), value: session.center.name },
          { term: t("room"), value: session.room },
          { term: t("location"), value: session.location },
          { term: t("meetingLink"), value: link },
          ...(session.ahead ? [{ term: t("seriesTerm"), value: series, wide: true }] : []),
          ...(session.cancelledReason
            ? [{ term: t("cancelledReason"), value: session.cancelledReason, wide: true }]
            : []),
        ]}
      />
    </Card>
  );
}
