"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatDay, formatTimeRange } from "@/lib/values/format";
import { instantOf } from "@/lib/values/instant";
import { ownTimeZone } from "@/lib/values/time-zone";

type OwnZoneTimeProps = { start: number; end: number; zone: string };

/** The same hours on the clock of whoever looks, where that clock is another one. */
export function OwnZoneTime({ start, end, zone }: OwnZoneTimeProps) {
  const t = useTranslations("sessions");
  const [own, setOwn] = useState<string | null>(null);
  // Known in the browser only; the server writes the session's own zone.
  useEffect(() => setOwn(ownTimeZone()), []);
  if (!own || own === zone) return null;
  const [startsAt, endsAt] = [instantOf(start), instantOf(end)];
  const format = { locale: "en", zone: own } as const;
  const hours = formatTimeRange(startsAt, endsAt, { ...format, showZone: true });
  return (
    <span className="block text-muted text-sm">
      {t("yourTime", { when: `${formatDay(startsAt, format)}, ${hours}` })}
    </span>
  );
}
