import type { useTranslations } from "next-intl";
import {
  AGES,
  NO_SOURCE,
  PROSPECT_OUTCOMES,
  type ProspectChoice,
  type ProspectChoices,
} from "@/lib/features/prospects/schema";

type Option = { id: string; name: string };
type Words = ReturnType<typeof useTranslations<"prospects.filters">>;
type Values = Record<string, string>;

/** What every narrowing that is chosen from a list can be, in words. */
export function choiceOptions(t: Words, choices: ProspectChoices, values: Values) {
  return {
    stage: choices.stages as Option[],
    owner: [...choices.owners, { id: "none", name: t("noOwner") }],
    source: [...choices.sources.map((name) => ({ id: name, name })), { id: NO_SOURCE, name: t("noSource") }],
    center: [...choices.centers, { id: "none", name: t("noCenter", values) }],
    next: (["none", "overdue"] as const).map((id) => ({ id, name: t(`nexts.${id}`) })),
    age: AGES.map((id) => ({ id, name: t(`ages.${id}`) })),
    outcome: PROSPECT_OUTCOMES.map((id) => ({ id, name: t(`outcomes.${id}`) })),
    converted: (["yes", "no"] as const).map((id) => ({ id, name: t(`convertedTo.${id}`) })),
  };
}

/** Everything that is chosen in one sentence; null where nothing is. */
export function choiceSentence(
  t: Words,
  choice: ProspectChoice,
  { choices, values }: { choices: ProspectChoices; values: Values },
) {
  const options = choiceOptions(t, choices, values);
  const parts = (Object.keys(options) as (keyof typeof options)[]).flatMap((key) => {
    const chosen = choice[key] && (options[key].find(({ id }) => id === choice[key])?.name ?? choice[key]);
    return chosen ? [t("chosen", { field: t(key, values), value: chosen })] : [];
  });
  if (choice.created) parts.push(t("chosen", { field: t("created"), value: choice.created }));
  return parts.length > 0 ? parts.join(", ") : null;
}
