import "server-only";
import { termValues } from "@/lib/features/clients/copy";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import { type MandatoryFacts, missingFields } from "./rules";

/**
 * Lets a client through that has everything the administrator made mandatory.
 * @throws {RefusalError} fields_missing, naming each of them beside its field
 */
export async function requireMandatory(tx: Tx, facts: MandatoryFacts): Promise<void> {
  const { mandatory } = await findSettingIn(tx, "clientFields");
  const missing = missingFields(facts, mandatory);
  if (missing.length === 0) return;
  const values = termValues(await findSettingIn(tx, "terminology"));
  const sentences = missing.map((field) => [field, { messageKey: `clients.mandatory.missing.${field}`, values }]);
  refuse("fields_missing", "clients.mandatory.refusal", { values, fields: Object.fromEntries(sentences) });
}
