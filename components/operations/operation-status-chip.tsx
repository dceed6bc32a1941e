import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { OperationView } from "@/lib/platform/operation/queries";

const TONES = {
  DRAFT: "neutral",
  PLANNING: "accent",
  PLANNED: "accent",
  APPLYING: "accent",
  APPLIED: "success",
  UNDOING: "accent",
  UNDONE: "warning",
  FAILED: "danger",
} as const;

/** Where an operation stands. */
export function OperationStatusChip({ status }: Pick<OperationView, "status">) {
  const t = useTranslations("operations.status");
  return <StatusChip tone={TONES[status]}>{t(status)}</StatusChip>;
}
