import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { EventView } from "@/lib/features/training/schema";

const TONES = { DRAFT: "neutral", PUBLISHED: "success", CANCELLED: "danger" } as const;

/** Whether an event can be seen, booked, or does not take place. */
export function EventStatusChip({ status }: { status: EventView["status"] }) {
  const t = useTranslations("training.staff.statusOf");
  return <StatusChip tone={TONES[status]}>{t(status)}</StatusChip>;
}
