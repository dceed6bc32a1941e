import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { formatList } from "@/lib/values/format";

type Detail = "email" | "phone" | "address" | "website";

/** Whether letters that name this record would have a gap, and which. */
export function CompletenessBadge({ missing }: { missing: readonly Detail[] }) {
  const t = useTranslations("practitioners");
  if (missing.length === 0) return <StatusChip tone="success">{t("complete")}</StatusChip>;
  const fields = formatList(
    missing.map((field) => t(`missingFields.${field}`)),
    "en",
  );
  return <StatusChip tone="warning">{t("missing", { fields })}</StatusChip>;
}
