import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { clientsOfPractitioner } from "@/lib/features/clients/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import type { PractitionerRecord, RelatedCounts } from "@/lib/features/practitioners/schema";
import { paths } from "@/lib/paths";

type RelatedCardProps = { practitioner: PractitionerRecord; related: RelatedCounts; values: Record<string, string> };

/** What belongs to a practitioner, counted; each count opens exactly the list it counted. */
export function RelatedCard({ practitioner, related, values }: RelatedCardProps) {
  const t = useTranslations("practitioners");
  const { id, accountId } = practitioner;
  const lists = {
    clients: `${paths.staff.clients}?filter=${encodeFilter(clientsOfPractitioner(id))}`,
    sessions: paths.staff.practitionerSessions(id),
    ...(accountId ? { tasks: paths.staff.tasksOf(accountId) } : {}),
  };
  return (
    <Card title={t("record.related")}>
      <ul className="grid gap-1.5">
        {(Object.keys(lists) as (keyof typeof lists)[]).map((kind) => (
          <li key={kind}>
            <TextLink href={lists[kind] ?? ""}>{t(`related.${kind}`, { ...values, count: related[kind] })}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
