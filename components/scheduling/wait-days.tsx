import { useTranslations } from "next-intl";
import type { WaitRow } from "@/lib/features/scheduling/waiting/schema";
import { formatDate, formatDateRange } from "@/lib/values/format";

/** On which days a client wants the time to be. */
export function WaitDays({ wait: { firstDay, lastDay } }: { wait: Pick<WaitRow, "firstDay" | "lastDay"> }) {
  const t = useTranslations("waiting-list");
  if (firstDay && lastDay) return formatDateRange(firstDay, lastDay, { locale: "en" });
  if (firstDay) return t("from", { first: formatDate(firstDay, "en") });
  return lastDay ? t("to", { last: formatDate(lastDay, "en") }) : t("anyDay");
}
