import { useTranslations } from "next-intl";
import type { ClosedTime } from "@/lib/features/calendar/closed/schema";

/** What a shaded time is: in words for everybody where it is more than the end of a working day. */
export function ClosedFace({ closed: { kind, name } }: { closed: ClosedTime }) {
  const t = useTranslations("team-calendar.closed");
  if (kind === "hours") return <span className="sr-only">{t("hours")}</span>;
  return <span className="closed-name">{kind === "off" ? t("off") : name}</span>;
}
