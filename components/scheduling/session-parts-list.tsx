import { useTranslations } from "next-intl";
import { StreamFunding } from "@/components/stream/stream-funding";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { SessionRecord } from "@/lib/features/scheduling/sessions/record/schema";
import { paths } from "@/lib/paths";
import { formatDuration } from "@/lib/values/format";

type SessionPartsListProps = { session: SessionRecord; values: Record<string, string> };

/** Who takes part, to be read. */
export function SessionPartsList({ session, values }: SessionPartsListProps) {
  const t = useTranslations("sessions");
  return (
    <Card title={t("attendance")} padded={false}>
      <ul className="divide-y divide-border">
        {session.parts.map((part) => (
          <li key={part.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <TextLink href={paths.staff.client(part.clientId)}>{part.name}</TextLink>{" "}
              <span className="text-muted tabular-nums">{part.number}</span>
            </span>
            {part.noShow && <Badge tone="warning">{t("noShow")}</Badge>}
            <span className="text-muted tabular-nums">{formatDuration(part.contactMinutes, "en")}</span>
            {part.fundingSource ? (
              <StreamFunding
                identifier={part.fundingSource}
                reportable={part.reportable}
                meaning={t(part.reportable ? "reportable" : "notReportable")}
              />
            ) : (
              <span className="text-muted">{t(part.reportable ? "reportable" : "notReportable")}</span>
            )}
          </li>
        ))}
        {session.unseen > 0 && (
          <li className="px-4 py-2.5 text-muted">{t("unseen", { ...values, count: session.unseen })}</li>
        )}
      </ul>
    </Card>
  );
}
