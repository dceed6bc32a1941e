import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { foldText } from "@/lib/values/text";

type Choice = { id: string | null; label: string };

/** @throws {RefusalError} choices_needed, choice_twice */
export function checkChoices(type: string, choices: readonly Choice[]): void {
  if (type !== "choice") return;
  if (choices.length === 0)
    refuse("choices_needed", "custom-fields.refusals.choicesNeeded", { field: "choices.0.label" });
  const labels = choices.map(({ label }) => foldText(label));
  const twice = labels.findIndex((label, index) => labels.indexOf(label) !== index);
  if (twice < 0) return;
  const values = { label: choices[twice]?.label ?? "" };
  refuse("choice_twice", "custom-fields.refusals.choiceTwice", { field: `choices.${twice}.label`, values });
}

/** Makes these the choices of a field: known ones are renamed, others added, and those left out are offered no more. */
export async function writeChoices(tx: Tx, fieldId: string, choices: readonly Choice[]): Promise<void> {
  const known = await tx.customFieldChoice.findMany({ where: { fieldId }, select: { id: true, label: true } });
  const placed = choices.map(({ id, label }, index) => {
    const own = known.find((each) => each.id === id);
    // A label that was archived is the same choice again.
    const former = own ?? known.find((each) => foldText(each.label) === foldText(label) && !isKept(each.id));
    return { id: former?.id ?? newId(), label, position: index + 1 };
  });
  function isKept(choiceId: string) {
    return choices.some(({ id }) => id === choiceId);
  }
  // First nothing is live, so that names can change places.
  await execute(
    sql`update custom_field_choices set archived_at = ${now()}::timestamptz where field_id = ${fieldId}::uuid and archived_at is null`,
    tx,
  );
  await execute(
    sql`insert into custom_field_choices (id, field_id, label, position)
      select c.id, ${fieldId}::uuid, c.label, c.position
      from json_to_recordset(${JSON.stringify(placed)}::json) as c (id uuid, label citext, position int)
      on conflict (id) do update set label = excluded.label, position = excluded.position, archived_at = null`,
    tx,
  );
}
