import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Pager } from "@/components/ui/pager";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  addHolidayAction,
  copyHolidaysAction,
  editHolidayAction,
  removeHolidayAction,
} from "@/lib/features/scheduling/holidays/actions";
import type { Holiday } from "@/lib/features/scheduling/holidays/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatDateRange } from "@/lib/values/format";
import { HolidayDialog } from "./holiday-dialog";

type HolidaysCardProps = {
  centerId: string;
  year: number;
  holidays: readonly Holiday[];
  values: Record<string, string>;
};

/** On which days of a year a center is closed. */
export function HolidaysCard({ centerId, year, holidays, values }: HolidaysCardProps) {
  const t = useTranslations("centers.holidays");
  const words = { ...values, year: String(year), before: String(year - 1) };
  const yearHref = (to: number) => `${paths.staff.admin.centerPart(centerId, "holidays")}&year=${to}`;
  const copy = (
    <Form action={copyHolidaysAction} className="contents">
      <input type="hidden" name="centerId" value={centerId} />
      <input type="hidden" name="year" value={year} />
      <SubmitButton variant="secondary" icon={<Copy aria-hidden />}>
        {t("copy", words)}
      </SubmitButton>
    </Form>
  );
  return (
    <div className="grid max-w-3xl gap-3">
      <div className="flex flex-wrap justify-end gap-2">
        {copy}
        <HolidayDialog centerId={centerId} holiday={null} values={values} action={addHolidayAction} />
      </div>
      <Card title={t("title", words)} padded={false}>
        {holidays.length === 0 && <EmptyState title={t("none", words)} body={t("noneBody", words)} />}
        <ul aria-label={t("title", words)} className="divide-y divide-border empty:hidden">
          {holidays.map((holiday) => (
            <li key={holiday.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <span className="min-w-0 flex-[1_1_14rem]">
                <span className="font-medium [overflow-wrap:anywhere]">{holiday.name}</span>{" "}
                {holiday.centerId === null && <Badge>{t("everywhere", values)}</Badge>}
                <span className="block text-muted text-sm tabular-nums">{daysOf(holiday)}</span>
              </span>
              <HolidayDialog centerId={centerId} holiday={holiday} values={values} action={editHolidayAction} />
              <ConfirmDialog
                title={t("removeOne", { name: holiday.name })}
                trigger={
                  <Button size="sm" variant="ghost" aria-label={t("removeOne", { name: holiday.name })}>
                    {t("remove")}
                  </Button>
                }
                action={removeHolidayAction}
                confirmLabel={t("remove")}
              >
                <p>{t("removeBody")}</p>
                <input type="hidden" name="holidayId" value={holiday.id} />
              </ConfirmDialog>
            </li>
          ))}
        </ul>
        <Pager previousHref={yearHref(year - 1)} nextHref={yearHref(year + 1)} summary={String(year)} />
      </Card>
    </div>
  );
}

function daysOf({ firstDay, lastDay }: Holiday): string {
  if (firstDay === lastDay) return formatDate(firstDay, "en", { style: "weekday" });
  return formatDateRange(firstDay, lastDay, { locale: "en" });
}
