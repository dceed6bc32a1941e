"use client";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { Outcome, PlannedEntry } from "@/lib/features/configuration/schema";
import { formatList } from "@/lib/values/format";

const TONES: Record<Outcome, "success" | "accent" | "neutral" | "danger"> = {
  added: "success",
  changed: "accent",
  unchanged: "neutral",
  refused: "danger",
};

/** What a configuration file adds, changes and cannot change. */
export function PlanTable({ entries }: { entries: readonly PlannedEntry[] }) {
  const t = useTranslations("configuration");
  return (
    <ul
      aria-label={t("plan")}
      className="mt-3 divide-y divide-border overflow-hidden rounded-lg border border-border bg-surface"
    >
      {entries.map(({ section, name, outcome, reason, fields }) => (
        <li
          key={`${section} ${name} ${outcome} ${reason}`}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2"
        >
          <span className="min-w-0 flex-[1_1_14rem]">
            <span className="font-medium [overflow-wrap:anywhere]">
              {section === "settings" ? t(`settings.${name}`) : name}
            </span>{" "}
            <span className="text-muted text-sm">{t(`sections.${section}`)}</span>
            {reason && <span className="block text-danger text-sm">{t(`reasons.${reason}`)}</span>}
            {section === "agreements" && !reason && <span className="block text-sm">{t("asksAgain")}</span>}
            {outcome === "changed" && fields.length > 0 && (
              <span className="block text-muted text-sm [overflow-wrap:anywhere]">
                {formatList(
                  fields.map((field) => t(`fields.${field}`)),
                  "en",
                )}
              </span>
            )}
          </span>
          <StatusChip tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</StatusChip>
        </li>
      ))}
    </ul>
  );
}
