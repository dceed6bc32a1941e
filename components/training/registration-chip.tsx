import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";

const TONES = { CONFIRMED: "success", WAITING: "warning", CANCELLED: "neutral" } as const;

/** What became of a registration, in one word. */
export function RegistrationChip({ registration }: { registration: Pick<RegistrationView, "status" | "eventStatus"> }) {
  const t = useTranslations("training");
  if (registration.eventStatus === "CANCELLED")
    return <StatusChip tone="danger">{t("staff.statusOf.CANCELLED")}</StatusChip>;
  return <StatusChip tone={TONES[registration.status]}>{t(`status.${registration.status}`)}</StatusChip>;
}
