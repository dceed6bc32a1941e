import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import { hoursText, specialHoursText, WEEKDAY_KEYS } from "@/lib/features/scheduling/availability/copy";
import type { HoursOwner, SpecialHours } from "@/lib/features/scheduling/availability/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { localeOf } from "@/lib/values/locale";
import type { Query } from "@/lib/values/query";

type SpecialHoursCardProps = {
  owner: HoursOwner;
  hours: readonly SpecialHours[];
  /** Nothing for whoever may only read. */
  may?: { hrefOf: (asked: Query) => string; remove: ServerAction };
};

/** What lies over the usual week. */
export function SpecialHoursCard({ owner, hours, may }: SpecialHoursCardProps) {
  const t = useTranslations("scheduling.hours");
  const locale = localeOf(useLocale());
  const add =
    may &&
    (["range", "day"] as const).map((what) => (
      <LinkButton key={what} size="sm" href={may.hrefOf({ add: what })} icon={<CalendarPlus aria-hidden />}>
        {t(what === "range" ? "addRange" : "addDay")}
      </LinkButton>
    ));
  return (
    <Card title={t("special")} actions={add} padded={false}>
      <p className="px-4 py-3 text-muted text-sm">{t(hours.length > 0 ? "specialHelp" : "specialNone")}</p>
      <ul aria-label={t("special")} className="divide-y divide-border border-border border-t empty:hidden">
        {hours.map(({ id, days, ...each }) => {
          const name = specialHoursText(each, locale);
          const open = days.filter(({ intervals }) => intervals.length > 0);
          return (
            <li key={id} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3">
              <div className="min-w-0 flex-[1_1_14rem]">
                <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
                {open.length === 0 && <p className="text-muted text-sm">{t("notAtAll")}</p>}
                {open.map(({ weekday, intervals }) => (
                  <p key={weekday} className="text-muted text-sm tabular-nums">
                    {t(`days.${WEEKDAY_KEYS[weekday]}`)} {hoursText(intervals, locale)}
                  </p>
                ))}
              </div>
              {may && (
                <div className="flex gap-1">
                  <LinkButton
                    size="sm"
                    variant="ghost"
                    href={may.hrefOf({ edit: id })}
                    aria-label={t("editNamed", { name })}
                  >
                    {t("edit")}
                  </LinkButton>
                  <ConfirmDialog
                    title={t("removeNamed", { name })}
                    trigger={
                      <Button size="sm" variant="ghost" aria-label={t("removeNamed", { name })}>
                        {t("removeOne")}
                      </Button>
                    }
                    action={may.remove}
                    confirmLabel={t("removeOne")}
                  >
                    <p>{t("removeBody")}</p>
                    {Object.entries({ ...owner, scheduleId: id }).map(([key, value]) => (
                      <input key={key} type="hidden" name={key} value={value} />
                    ))}
                  </ConfirmDialog>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
