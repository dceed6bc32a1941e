import { customFormValues, shownCustom } from "@/lib/features/custom-fields/rules";
import type { EditProspectInput } from "@/lib/features/prospects/schema";
import type { Submitted } from "@/lib/platform/action-state";
import { localeOf } from "@/lib/values/locale";
import { displayPhone } from "@/lib/values/phone";
import type { ProspectRecord } from "./schema";

/** A prospect's fields as history keeps them: names instead of ids, so that they still read after a rename. */
export function shownProspect(prospect: ProspectRecord): Record<string, unknown> {
  const { name, department, source, notes, email, phone, nextStep, nextStepOn, language } = prospect;
  return {
    ...{ name, department, source, notes, email, phone, nextStep, nextStepOn, language },
    center: prospect.center?.name ?? null,
    owner: prospect.owner?.name ?? null,
    ...shownCustom(prospect.custom),
  };
}

/** A prospect as a save of its edit form that changes nothing would send it. */
export function editInputOf(prospect: ProspectRecord): EditProspectInput {
  const { id: prospectId, version, name, department, source, notes, email, phone, nextStep, nextStepOn } = prospect;
  return {
    ...{ prospectId, version, name, department, source, notes, email, nextStep, nextStepOn },
    phone: phone && displayPhone(phone),
    language: localeOf(prospect.language),
    stageId: prospect.stage.id,
    ownerId: prospect.owner?.id ?? null,
    centerId: prospect.center?.id ?? null,
    custom: {},
  };
}

/** What the edit form shows of a prospect, by field name, for comparing versions. */
export function prospectFormValues(prospect: ProspectRecord): Submitted {
  const { name, department, source, notes, email, phone, nextStep, nextStepOn, language } = prospect;
  const texts = { name, department, source, notes, email, nextStep, nextStepOn, language };
  return {
    ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? ""])),
    phone: phone ? displayPhone(phone) : "",
    stageId: prospect.stage.id,
    ownerId: prospect.owner?.id ?? "",
    centerId: prospect.center?.id ?? "",
    ...customFormValues(prospect.custom),
  };
}
