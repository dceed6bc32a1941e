"use client";
import { useTranslations } from "next-intl";
import { type NamedListActions, NamedListEditor } from "@/components/settings/named-list-editor";
import type { StageRow } from "@/lib/features/prospects/stages/schema";
import { ProspectStageChip } from "./prospect-stage-chip";
import { StageFields } from "./stage-fields";

type StagesPanelProps = { stages: readonly StageRow[]; actions: NamedListActions };

/** The stages of the pipeline in their order. */
export function StagesPanel({ stages, actions }: StagesPanelProps) {
  const t = useTranslations("prospects.stages");
  return (
    <NamedListEditor
      entries={stages}
      words={{ title: t("title"), addTitle: t("addTitle"), add: t("add") }}
      fields={(stage) => <StageFields stage={stage} />}
      shown={({ name, outcome, prospects }, archived) => (
        <>
          <ProspectStageChip name={name} outcome={outcome} />
          <span className="ml-2 text-muted text-sm">
            {archived ?? t(`outcomes.${outcome}`)} · {t("count", { count: prospects })}
          </span>
        </>
      )}
      actions={actions}
    />
  );
}
