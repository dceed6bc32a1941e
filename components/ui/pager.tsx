import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./link-button";

type PagerProps = { previousHref?: string | null; nextHref?: string | null; summary?: ReactNode };

/** The way through a long list, page by page. */
export function Pager({ previousHref, nextHref, summary }: PagerProps) {
  const t = useTranslations("ui");
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={t("pages")} className="flex min-h-12 flex-wrap items-center gap-2 px-4 py-2 print:hidden">
      <p className="flex-1 text-muted text-sm tabular-nums">{summary}</p>
      {previousHref && (
        <LinkButton href={previousHref} size="sm" rel="prev" icon={<ChevronLeft aria-hidden />}>
          {t("previous")}
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton href={nextHref} size="sm" rel="next">
          {t("next")}
          <ChevronRight aria-hidden />
        </LinkButton>
      )}
    </nav>
  );
}
