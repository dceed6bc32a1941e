import { CalendarCheck, CircleCheck, CircleSlash, Hourglass, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";

const LOOKS = {
  REQUESTED: { tone: "warning", icon: <Hourglass aria-hidden /> },
  BOOKED: { tone: "accent", icon: <CalendarCheck aria-hidden /> },
  HELD: { tone: "success", icon: <CircleCheck aria-hidden /> },
  CANCELLED: { tone: "neutral", icon: <CircleSlash aria-hidden /> },
  NO_SHOW: { tone: "danger", icon: <UserX aria-hidden /> },
} as const;

/** Where a session stands, in words, shape and colour. */
export function SessionStatusChip({ status }: { status: SessionStatus }) {
  const t = useTranslations("sessions.statuses");
  const { tone, icon } = LOOKS[status];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(status)}
    </StatusChip>
  );
}
