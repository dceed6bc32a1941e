import { type EditorLabels, listFilterLabels } from "@/lib/features/custom-fields/copy";
import type { Terminology } from "@/lib/features/settings/schema";
import type { Locale } from "@/lib/values/locale";
import type { ClientChoices } from "./record/schema";
import type { ClientStanding } from "./schema";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** The organization's own words as values of our sentences: "New {client}", "Find {clients}". */
export function termValues(terms: Terminology): Record<string, string> {
  return {
    client: terms.client.singular,
    clients: terms.client.plural,
    preClient: terms.preClient.singular,
    preClients: terms.preClient.plural,
    prospect: terms.prospect.singular,
    prospects: terms.prospect.plural,
    practitioner: terms.practitioner.singular,
    practitioners: terms.practitioner.plural,
    center: terms.center.singular,
    centers: terms.center.plural,
    trainingEvent: terms.trainingEvent.singular,
    session: terms.session.singular,
    sessions: terms.session.plural,
    sessionsInText: terms.session.plural.toLowerCase(),
  };
}

type LabelSource = { words: Words; terms: Terminology; choices: ClientChoices; locale: Locale };

/** The words in which a filter of clients is said and edited. */
export function clientFilterLabels({ words, terms, choices, locale }: LabelSource): EditorLabels {
  const { statuses, centers, practitioners, languages, custom } = choices;
  const references = { status: statuses, center: centers, practitioner: practitioners, language: languages };
  return listFilterLabels({ list: "clients", words, values: termValues(terms), references, custom, locale });
}

export const STANDING_TONES: Record<ClientStanding, "success" | "neutral" | "accent"> = {
  ACTIVE: "success",
  INACTIVE: "neutral",
  PROSPECT: "accent",
};
