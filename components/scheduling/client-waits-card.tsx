import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { StatusChip } from "@/components/ui/status-chip";
import type { Bookable } from "@/lib/features/scheduling/booking/schema";
import type { WaitRow } from "@/lib/features/scheduling/waiting/schema";
import { formatDay } from "@/lib/values/format";
import { JoinLineDialog } from "./join-line-dialog";
import { RemoveWaitDialog } from "./remove-wait-dialog";
import { WaitDays } from "./wait-days";

type ClientWaitsCardProps = {
  client: Pick<Bookable, "id" | "name" | "practitioners">;
  waits: readonly WaitRow[];
  mayEdit: boolean;
};

/** For which times a client waits to get free. */
export function ClientWaitsCard({ client, waits, mayEdit }: ClientWaitsCardProps) {
  const t = useTranslations("waiting-list");
  return (
    <Card title={t("title")} padded={false} actions={mayEdit && <JoinLineDialog client={client} />}>
      <p className="px-4 py-3 text-muted text-sm">{t(waits.length > 0 ? "cardHelp" : "cardNone")}</p>
      <ul aria-label={t("title")} className="divide-y divide-border border-border border-t empty:hidden">
        {waits.map((wait) => (
          <li key={wait.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
            <div className="min-w-0 flex-[1_1_14rem]">
              <p className="font-medium">
                {[wait.practitioner ?? t("anybody"), wait.service].filter(Boolean).join(" · ")}
              </p>
              <p className="text-muted text-sm">
                <WaitDays wait={wait} /> · {t("since")}{" "}
                {formatDay(wait.createdAt, { locale: "en", zone: wait.timeZone })}
              </p>
            </div>
            {wait.isOffered && <StatusChip tone="success">{t("offered")}</StatusChip>}
            {mayEdit && <RemoveWaitDialog wait={wait} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
