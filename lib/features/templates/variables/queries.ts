import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import { db } from "@/lib/platform/db/db";
import { translatorFor } from "@/lib/platform/i18n/translate";
import type { LetterPurpose, LetterValues } from "../copy";
import { findCommonValues } from "../queries";
import { termWords, variableChoices } from "../rules";

/** The variables a letter may use, with names and examples for people. */
export async function listVariables(purpose: LetterPurpose) {
  const [t, terms] = await Promise.all([translatorFor("en"), findSetting("terminology")]);
  return variableChoices(purpose, { t: (key, values) => t(`templates.${key}`, values), terms });
}

/** The renameable words, as values of this feature's messages. */
export async function findLetterWords(): Promise<Record<string, string>> {
  return termWords(await findSetting("terminology"));
}

/** What a letter says where no client is chosen: the examples that stand beside the variables. */
export async function exampleValues(purpose: LetterPurpose): Promise<LetterValues> {
  const choices = await listVariables(purpose);
  const examples = Object.fromEntries(choices.map(({ id, example }) => [id, example]));
  return { ...examples, ...(await findCommonValues(db)) };
}
