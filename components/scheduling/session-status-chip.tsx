import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";

const TONES = {
  REQUESTED: "warning",
  BOOKED: "accent",
  HELD: "success",
  CANCELLED: "neutral",
  NO_SHOW: "danger",
} as const;

/** Where a session stands, in words, shape and colour. */
export function SessionStatusChip({ status }: { status: SessionStatus }) {
  const t = useTranslations("sessions.statuses");
  return <StatusChip tone={TONES[status]}>{t(status)}</StatusChip>;
}
