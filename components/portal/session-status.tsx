import { useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/badge";
import { StatusChip } from "@/components/ui/status-chip";
import type { PortalSessionStatus } from "@/lib/features/clients/portal/sessions/schema";

const AHEAD = { REQUESTED: "requested", BOOKED: "booked", CANCELLED: "cancelled", HELD: null, NO_SHOW: null } as const;
const PAST = {
  REQUESTED: "unanswered",
  BOOKED: "unrecorded",
  CANCELLED: "cancelled",
  HELD: null,
  NO_SHOW: "missed",
} as const;

const TONES = {
  requested: "warning",
  booked: "success",
  cancelled: "danger",
  unanswered: "neutral",
  unrecorded: "neutral",
  missed: "warning",
} as const satisfies Record<string, Tone>;

/** What became of a session in plain words; a session held needs none. */
export function SessionStatus({ status, isPast = false }: { status: PortalSessionStatus; isPast?: boolean }) {
  const t = useTranslations("portal.sessions.status");
  const key = (isPast ? PAST : AHEAD)[status];
  return key && <StatusChip tone={TONES[key]}>{t(key)}</StatusChip>;
}
