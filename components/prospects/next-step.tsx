import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { NextStepItem } from "@/lib/features/prospects/copy";

/** What is to be done next; a date that has passed is said in words, not only in red. */
export function NextStep({ item }: { item: NextStepItem | null }) {
  const t = useTranslations("prospects");
  if (!item) return <span className="text-muted">{t("noNextStep")}</span>;
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-1.5">
      {item.text && <span className="min-w-0 break-words">{item.text}</span>}
      {item.due && (
        <span
          className={`inline-flex items-center gap-1 whitespace-nowrap ${item.overdue ? "text-danger" : "text-muted"}`}
        >
          {item.overdue && <CircleAlert aria-hidden className="size-3.5" />}
          {item.overdue ? t("overdue", { date: item.due }) : item.due}
        </span>
      )}
    </span>
  );
}
