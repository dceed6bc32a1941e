import "server-only";
import { termValues } from "@/lib/features/clients/copy";
import { customName, missingCustom } from "@/lib/features/custom-fields/rules";
import type { CustomValue } from "@/lib/features/custom-fields/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import { type MandatoryFacts, missingFields } from "./rules";

/**
 * Lets a client through that has everything the administrator made mandatory.
 * @throws {RefusalError} fields_missing, naming each of them beside its field
 */
export async function requireMandatory(
  tx: Tx,
  facts: MandatoryFacts,
  custom: readonly CustomValue[] = [],
): Promise<void> {
  const { mandatory } = await findSettingIn(tx, "clientFields");
  const missing = missingFields(facts, mandatory);
  const own = missingCustom(custom);
  if (missing.length === 0 && own.length === 0) return;
  const values = termValues(await findSettingIn(tx, "terminology"));
  const sentences = missing.map((field) => [field, { messageKey: `clients.mandatory.missing.${field}`, values }]);
  const ownSentences = own.map((field) => [
    customName(field),
    { messageKey: "custom-fields.missing", values: { label: field.label } },
  ]);
  const fields = Object.fromEntries([...sentences, ...ownSentences]);
  refuse("fields_missing", "clients.mandatory.refusal", { values, fields });
}
