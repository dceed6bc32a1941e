import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { termValues } from "@/lib/features/clients/copy";
import type { MandatoryField } from "@/lib/features/clients/mandatory/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";

type MustHaveCardProps = {
  client: ClientRecord;
  missing: readonly MandatoryField[];
  terms: Terminology;
  mayEdit: boolean;
};

/** What the organization asks of every client and this one lacks, each a way to where it is filled in. */
export function MustHaveCard({ client, missing, terms, mayEdit }: MustHaveCardProps) {
  const t = useTranslations("clients.mandatory");
  const values = termValues(terms);
  const placeOf = (field: MandatoryField) =>
    field === "primaryContact" ? paths.staff.clientContacts(client.id) : paths.staff.editClientField(client.id, field);
  return (
    <Card title={t("cardTitle")}>
      <p className="mb-2 text-muted">{t(client.kind === "CLIENT" ? "cardBody" : "cardBodyPre", values)}</p>
      <ul className="grid gap-1">
        {missing.map((field) => (
          <li key={field} className="flex items-baseline gap-2">
            <span aria-hidden className="size-1.5 shrink-0 self-center rounded-full bg-warning" />
            {mayEdit ? (
              <TextLink href={placeOf(field)}>{t(`names.${field}`, values)}</TextLink>
            ) : (
              t(`names.${field}`, values)
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
