import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { translatorFor } from "@/lib/platform/i18n/translate";
import type { BulkChoice, BulkField } from "@/lib/platform/operation/bulk-field";
import { refuse } from "@/lib/platform/refusal";
import { localDate } from "@/lib/values/fields";
import { formatDate } from "@/lib/values/format";

/** Among choices emptying is one, so that nobody empties a field by choosing nothing. */
const EMPTIED = "-";

/** The value to be given, and how people read it. */
export type AskedValue = { value: string | null; shown: string | null };

type Given = { value: string | null; reason: string | null };

/**
 * Reads a value the way its field asks for it.
 * @throws {RefusalError} value_missing, unknown_value, reason_missing
 */
export async function askedValue(actor: Actor, field: BulkField, { value, reason }: Given): Promise<AskedValue> {
  const empties = value === null ? field.input.kind !== "choice" : field.input.kind === "choice" && value === EMPTIED;
  if (value === null || empties) {
    if (!field.optional || !empties) refuse("value_missing", "validation.required", { field: "value" });
    return { value: null, shown: null };
  }
  if (!reason && (await field.needsReason?.(value)))
    refuse("reason_missing", "updates.refusals.reasonMissing", { field: "reason" });
  const asked = await readValue(actor, field, value);
  return asked ?? refuse("unknown_value", "updates.refusals.value", { field: "value" });
}

async function readValue(actor: Actor, field: BulkField, value: string): Promise<AskedValue | null> {
  const t = await translatorFor(actor.language);
  const { input } = field;
  if (input.kind === "choice") {
    const choice = (await labelledChoices(actor, field)).find((each) => each.value === value);
    return choice ? { value, shown: choice.label } : null;
  }
  if (input.kind === "date") {
    const day = localDate.safeParse(value);
    return day.success ? { value: day.data, shown: formatDate(day.data, t.locale) } : null;
  }
  if (input.kind === "number") {
    const number = Number(value);
    const fits = Number(number.toFixed(input.decimals ?? 0)) === number && number >= input.min && number <= input.max;
    return fits ? { value: String(number), shown: String(number) } : null;
  }
  const text = value.trim();
  return text.length > 0 && text.length <= input.max ? { value: text, shown: text } : null;
}

/** What can be chosen, in the person's words. */
export async function labelledChoices(
  actor: Actor,
  { input, optional }: Pick<BulkField, "input" | "optional">,
): Promise<BulkChoice[]> {
  if (input.kind !== "choice") return [];
  const choices = await input.choices(actor);
  const t = await translatorFor(actor.language);
  const labelled = choices.map(({ value, label }) => {
    const key = `updates.choices.${input.words}.${value}`;
    return { value, label: input.words && t.has(key) ? t(key) : label };
  });
  return optional ? [...labelled, { value: EMPTIED, label: t("updates.leaveEmpty") }] : labelled;
}
