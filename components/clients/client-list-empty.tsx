import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { termValues } from "@/lib/features/clients/copy";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";

type ClientListEmptyProps = { filtered: boolean; mayAdd: boolean; terms: Terminology };

/** Why no client is listed, and what to do next. */
export function ClientListEmpty({ filtered, mayAdd, terms }: ClientListEmptyProps) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  if (filtered) {
    return (
      <EmptyState
        kind="filtered"
        title={t("empty.filteredTitle")}
        body={t("empty.filteredBody", values)}
        action={<LinkButton href={paths.staff.clients}>{t("empty.clear")}</LinkButton>}
      />
    );
  }
  if (!mayAdd) {
    return <EmptyState title={t("empty.noneForYouTitle", values)} body={t("empty.noneForYouBody", values)} />;
  }
  return (
    <EmptyState
      title={t("empty.newTitle", values)}
      body={t("empty.newBody", values)}
      action={
        <LinkButton variant="primary" href={paths.staff.newClient} icon={<Plus aria-hidden />}>
          {t("new", values)}
        </LinkButton>
      }
    />
  );
}
