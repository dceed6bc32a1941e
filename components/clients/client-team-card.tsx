import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { displayPhone } from "@/lib/values/phone";

/** Who works with a client, and how to reach them. */
export function ClientTeamCard({ client, terms }: { client: ClientRecord; terms: Terminology }) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  return (
    <Card title={t("team", values)}>
      {client.practitioners.length === 0 && <p className="text-muted">{t("noTeam", values)}</p>}
      <ul className="grid gap-3">
        {client.practitioners.map((each) => (
          <li key={each.id} className="min-w-0">
            <p className="flex flex-wrap items-center gap-1.5">
              <TextLink quiet href={paths.staff.practitioner(each.id)}>
                <span className="[overflow-wrap:anywhere]">{each.name}</span>
              </TextLink>
              {!each.active && <Badge tone="warning">{t("inactivePractitioner")}</Badge>}
            </p>
            {each.email && <p className="text-muted text-sm [overflow-wrap:anywhere]">{each.email}</p>}
            {each.phone && <p className="text-muted text-sm">{displayPhone(each.phone)}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
