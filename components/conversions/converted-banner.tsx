import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { moveProspectAction } from "@/lib/features/prospects/actions";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";

type ConvertedBannerProps = {
  prospect: ProspectRecord;
  /** The stage that says so; null where an administrator has none. */
  stage: { id: string; name: string } | null;
};

/** Suggests the stage that fits a converted prospect; nobody but a person sets it. */
export function ConvertedBanner({ prospect, stage }: ConvertedBannerProps) {
  const t = useTranslations("conversions");
  const { conversion } = prospect;
  if (!conversion || !stage || prospect.stage.outcome === "WON") return null;
  const move = (
    <Form action={moveProspectAction} className="block">
      <input type="hidden" name="prospectId" value={prospect.id} />
      <input type="hidden" name="stageId" value={stage.id} />
      <SubmitButton variant="secondary">{t("setStage", { stage: stage.name })}</SubmitButton>
    </Form>
  );
  return (
    <Banner tone="info" action={move}>
      {t("converted", { name: conversion.clientName, number: conversion.clientNumber, stage: prospect.stage.name })}
    </Banner>
  );
}
