import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** An address without a page, or a record that is not the reader's to see: both look the same on purpose. */
export function RouteNotFound({ homeHref }: { homeHref: string }) {
  const t = useTranslations("ui");
  return (
    <EmptyState
      kind="filtered"
      level={1}
      title={t("notFoundTitle")}
      body={t("notFoundBody")}
      action={
        <LinkButton href={homeHref} variant="primary">
          {t("notFoundAction")}
        </LinkButton>
      }
    />
  );
}
