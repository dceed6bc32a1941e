"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { useSelection } from "./selection";

/** Shown while rows are ticked: how many, a way to take all that match, and what can be done with them. */
export function BulkBar({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const { count, all, total, pageIds, has, setAll, clear } = useSelection();
  if (count === 0) return null;
  const pageFull = pageIds.every(has) && total > pageIds.length;
  return (
    <section
      aria-label={t("bulkActions")}
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg border border-border bg-raised p-2 pl-4 shadow-raised max-lg:bottom-[calc(0.75rem+var(--tabs-h,0px))] print:hidden"
    >
      <p role="status" className="mr-2 tabular-nums">
        {pageFull && !all ? t("pageSelected", { count: pageIds.length }) : t("selected", { count })}
      </p>
      {pageFull && !all && (
        <Button size="sm" variant="ghost" onPress={setAll}>
          {t("selectAll", { count: total })}
        </Button>
      )}
      {children}
      <Button size="sm" variant="ghost" onPress={clear}>
        {t("clearSelection")}
      </Button>
    </section>
  );
}
