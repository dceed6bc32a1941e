"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  addProspectStageAction,
  archiveProspectStageAction,
  editProspectStageAction,
  moveProspectStageAction,
  restoreProspectStageAction,
} from "@/lib/features/prospects/stages/actions";
import type { StageRow } from "@/lib/features/prospects/stages/schema";
import { ProspectStageChip } from "./prospect-stage-chip";
import { StageFields } from "./stage-fields";

/** The stages of the pipeline in their order; an administrator adds, renames, orders and archives them. */
export function StagesPanel({ stages }: { stages: readonly StageRow[] }) {
  const t = useTranslations("prospects.stages");
  return (
    <div className="grid max-w-3xl gap-4">
      <Card title={t("title")} padded={false}>
        <ul className="divide-y divide-border">
          {stages.map((stage) => (
            <li key={stage.id} className="flex flex-wrap items-center gap-2 px-4 py-2">
              <span className="min-w-0 flex-[1_1_12rem]">
                <ProspectStageChip name={stage.name} outcome={stage.outcome} />
                <span className="ml-2 text-muted text-sm">
                  {stage.archived ? t("isArchived") : t(`outcomes.${stage.outcome}`)} ·{" "}
                  {t("count", { count: stage.prospects })}
                </span>
              </span>
              <StageButtons stage={stage} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("addTitle")}>
        <Form action={addProspectStageAction} reset>
          <StageFields stage={null} />
          <FormActions>
            <SubmitButton>{t("add")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

function StageButtons({ stage }: { stage: StageRow }) {
  const t = useTranslations("prospects.stages");
  const hidden = <input type="hidden" name="stageId" value={stage.id} />;
  if (stage.archived) {
    return (
      <Form action={restoreProspectStageAction} className="contents">
        {hidden}
        <SubmitButton size="sm" variant="ghost" aria-label={t("restoreStage", { stage: stage.name })}>
          {t("restore")}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-1">
      {(["up", "down"] as const).map((direction) => (
        <Form key={direction} action={moveProspectStageAction} className="contents">
          {hidden}
          <input type="hidden" name="direction" value={direction} />
          <SubmitButton size="sm" variant="ghost" aria-label={t(direction, { stage: stage.name })}>
            {direction === "up" ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
          </SubmitButton>
        </Form>
      ))}
      <Dialog
        title={t("editTitle", { stage: stage.name })}
        trigger={
          <Button size="sm" variant="ghost" aria-label={t("editStage", { stage: stage.name })}>
            {t("edit")}
          </Button>
        }
      >
        {(close) => (
          <Form action={editProspectStageAction} onDone={close}>
            {hidden}
            <StageFields stage={stage} />
            <FormActions>
              <SubmitButton>{t("save")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Dialog>
      <Form action={archiveProspectStageAction} className="contents">
        {hidden}
        <SubmitButton size="sm" variant="ghost" aria-label={t("archiveStage", { stage: stage.name })}>
          {t("archive")}
        </SubmitButton>
      </Form>
    </span>
  );
}
