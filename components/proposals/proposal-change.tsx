import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { shownValue } from "@/lib/features/clients/proposals/rules";
import type { PortalField } from "@/lib/features/settings/schema";

type ProposalChangeProps = { field: PortalField; from: string | null; to: string | null };

/** What stands there and what somebody would like to stand there, side by side. */
export function ProposalChange({ field, from, to }: ProposalChangeProps) {
  const t = useTranslations("proposals");
  const blank = <span className="text-muted italic">{t("blank")}</span>;
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      <del className="min-w-0 text-muted no-underline [overflow-wrap:anywhere]">
        <span className="sr-only">{t("now")}: </span>
        {shownValue(field, from) || blank}
      </del>
      <ArrowRight aria-hidden className="size-4 self-center text-muted" />
      <ins className="min-w-0 font-medium no-underline [overflow-wrap:anywhere]">
        <span className="sr-only">{t("asked")}: </span>
        {shownValue(field, to) || blank}
      </ins>
    </span>
  );
}
