import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/lib/values/format";

export type RelationshipMarks = {
  isPrimary: boolean;
  isOwner: boolean;
  isGuardian: boolean;
  isSupervisor: boolean;
  isAccountsPayable: boolean;
  validFrom: string | null;
  validTo: string | null;
};

/** What a contact is to a client, in words. */
export function RelationshipBadges({ marks }: { marks: RelationshipMarks }) {
  const t = useTranslations("contacts.relationship");
  const { validFrom, validTo } = marks;
  const day = (date: string | null) => (date ? formatDate(date, "en") : t("open"));
  return (
    <span className="flex flex-wrap gap-1">
      {marks.isPrimary && (
        <Badge tone="accent" icon={<Star aria-hidden className="fill-current" />}>
          {t("primary")}
        </Badge>
      )}
      {marks.isOwner && <Badge>{t("owner")}</Badge>}
      {marks.isGuardian && <Badge>{t("guardian")}</Badge>}
      {marks.isSupervisor && <Badge>{t("supervisor")}</Badge>}
      {marks.isAccountsPayable && <Badge>{t("accountsPayable")}</Badge>}
      {(validFrom || validTo) && (
        <Badge tone="warning">{t("validity", { from: day(validFrom), to: day(validTo) })}</Badge>
      )}
    </span>
  );
}
