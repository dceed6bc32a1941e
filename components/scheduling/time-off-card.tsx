import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import { timeOffText } from "@/lib/features/scheduling/time-off/copy";
import type { TimeOff } from "@/lib/features/scheduling/time-off/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { TimeOffDialog } from "./time-off-dialog";

type TimeOffCardProps = {
  practitionerId: string;
  timeOff: readonly TimeOff[];
  /** How many planned sessions fall into it. */
  toCover: number;
  /** Nothing for whoever may only read. */
  may?: { add: ServerAction<number>; remove: ServerAction };
};

/** When a practitioner is away. */
export function TimeOffCard({ practitionerId, timeOff, toCover, may }: TimeOffCardProps) {
  const t = useTranslations("scheduling.timeOff");
  const cover = useTranslations("cover");
  return (
    <Card
      title={t("title")}
      padded={false}
      actions={may && <TimeOffDialog practitionerId={practitionerId} action={may.add} />}
    >
      <p className="px-4 py-3 text-muted text-sm">{t(timeOff.length > 0 ? "help" : "none")}</p>
      {toCover > 0 && (
        <div className="px-4">
          <Banner
            tone="warning"
            action={<LinkButton href={paths.staff.practitionerCover(practitionerId)}>{cover("open")}</LinkButton>}
          >
            {cover("count", { count: toCover })}
          </Banner>
        </div>
      )}
      <ul aria-label={t("title")} className="divide-y divide-border border-border border-t empty:hidden">
        {timeOff.map((each) => {
          const name = timeOffText(each, "en");
          return (
            <li key={each.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3">
              <div className="min-w-0 flex-[1_1_14rem]">
                <p className="font-medium tabular-nums">{name}</p>
                {each.reason && <p className="text-muted text-sm [overflow-wrap:anywhere]">{each.reason}</p>}
              </div>
              {may && (
                <ConfirmDialog
                  title={t("removeNamed", { name })}
                  trigger={
                    <Button size="sm" variant="ghost" aria-label={t("removeNamed", { name })}>
                      {t("remove")}
                    </Button>
                  }
                  action={may.remove}
                  confirmLabel={t("remove")}
                >
                  <p>{t("removeBody")}</p>
                  <input type="hidden" name="practitionerId" value={practitionerId} />
                  <input type="hidden" name="timeOffId" value={each.id} />
                </ConfirmDialog>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
