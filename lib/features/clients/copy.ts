import { customFilterWords } from "@/lib/features/custom-fields/copy";
import type { FilterLabels } from "@/lib/features/filters/copy";
import type { FilterField } from "@/lib/features/filters/schema";
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
export function clientFilterLabels({ words, terms, choices, locale }: LabelSource): FilterLabels & {
  optionsOf: (field: FilterField) => readonly string[];
} {
  const values = termValues(terms);
  const references = referencesOf(choices);
  const own = customFilterWords(choices.custom, {
    yes: words("custom-fields.yes"),
    no: words("custom-fields.no"),
    unknown: words("custom-fields.unknown"),
  });
  return {
    words: (key, params) => words(`filters.${key}`, params),
    locale,
    fieldLabel: (key) => own.labelOf(key) ?? words(`clients.filterFields.${key}`, values),
    valueLabel: (field, value) => {
      const ownValue = own.valueOf(field.key, value);
      if (ownValue !== null) return ownValue;
      const named = references[field.key]?.find(({ id }) => id === value);
      if (field.kind === "reference") return named?.name ?? words("clients.unknownChoice");
      return words(`clients.values.${value}`, values);
    },
    optionsOf: (field) => own.optionsOf(field.key) ?? field.choices ?? references[field.key]?.map(({ id }) => id) ?? [],
  };
}

function referencesOf({
  statuses,
  centers,
  practitioners,
}: ClientChoices): Record<string, { id: string; name: string }[]> {
  return { status: statuses, center: centers, practitioner: practitioners };
}

export const STANDING_TONES: Record<ClientStanding, "success" | "neutral" | "accent"> = {
  ACTIVE: "success",
  INACTIVE: "neutral",
  PROSPECT: "accent",
};
