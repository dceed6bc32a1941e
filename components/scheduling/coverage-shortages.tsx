import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Coverage, Shortage } from "@/lib/features/scheduling/coverage/schema";
import { paths } from "@/lib/paths";
import { addDays } from "@/lib/values/date";
import { formatDate, formatLocalTime } from "@/lib/values/format";
import { timeOfMinutes } from "@/lib/values/time";

const MOST = 4;

type CoverageShortagesProps = {
  coverage: Coverage;
  shortages: readonly Shortage[];
  values: Record<string, string>;
};

/** The worst gaps of the week in words; nothing where there are none. */
export function CoverageShortages({ coverage, shortages, values }: CoverageShortagesProps) {
  const t = useTranslations("coverage");
  if (shortages.length === 0) return null;
  const { center, service, first } = coverage;
  const time = (hour: number) => formatLocalTime(timeOfMinutes(hour * 60), "en");
  return (
    <Card title={t("short")}>
      <ol className="grid gap-2.5 text-sm">
        {shortages.slice(0, MOST).map(({ day, from, to, clients }) => {
          const date = addDays(first, day);
          const at = `${date}T${String(from).padStart(2, "0")}`;
          return (
            <li key={at}>
              <TextLink href={paths.staff.coverage({ center: center.id, service, week: first, at })}>
                {t("shortLine", {
                  day: formatDate(date, "en", { style: "weekday" }),
                  from: time(from),
                  to: time(to),
                })}
              </TextLink>
              <p className="text-muted">{t("shortClients", { ...values, count: clients })}</p>
            </li>
          );
        })}
      </ol>
      {shortages.length > MOST && (
        <p className="mt-2.5 text-muted text-sm">{t("shortMore", { count: shortages.length - MOST })}</p>
      )}
    </Card>
  );
}
