import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { MailingStatus } from "@/lib/features/mailings/schema";

const TONES = { DRAFT: "neutral", HELD: "accent", SENDING: "accent", STOPPED: "warning", SENT: "success" } as const;

/** Where a mailing stands. */
export function MailingStatusChip({ status }: { status: MailingStatus }) {
  const t = useTranslations("mailings.status");
  return <StatusChip tone={TONES[status]}>{t(status)}</StatusChip>;
}
