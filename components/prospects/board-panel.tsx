import { useLocale, useTranslations } from "next-intl";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { type BoardColumn, COLUMN_CARDS, MOST_CARDS } from "@/lib/features/prospects/board/schema";
import { nextStepItem } from "@/lib/features/prospects/copy";
import { choiceParameters } from "@/lib/features/prospects/rules";
import type { ProspectChoice, ProspectChoices } from "@/lib/features/prospects/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { LocalDate } from "@/lib/values/date";
import type { Locale } from "@/lib/values/locale";
import { ProspectBoard } from "./prospect-board";
import { ProspectHead, type ProspectMay } from "./prospect-head";

type BoardPanelProps = {
  columns: BoardColumn[];
  choice: ProspectChoice;
  choices: ProspectChoices;
  /** How many each column shows at most. */
  cards: number;
  day: { today: LocalDate; values: Record<string, string> };
  may: ProspectMay & { move: ServerAction | null };
};

/** The pipeline as a board: a column for each stage. */
export function BoardPanel({ columns, choice, choices, cards, day, may }: BoardPanelProps) {
  const t = useTranslations("prospects");
  const locale = useLocale() as Locale;
  const path = paths.staff.prospectBoard;
  const kept = choiceParameters(choice);
  const count = columns.reduce((sum, column) => sum + column.count, 0);
  const shown = columns.map(({ cards: found, ...column }) => ({
    ...column,
    listHref: addressWith(paths.staff.prospects, kept, { stage: column.id }),
    cards: found.map((card) => ({ ...card, next: nextStepItem(card, { today: day.today, locale }) })),
  }));
  const moreHref = cards < MOST_CARDS ? addressWith(path, kept, { cards: String(cards + COLUMN_CARDS) }) : null;
  return (
    <>
      <ProspectHead
        view={{ name: "board", path }}
        choice={choice}
        choices={choices}
        total={t("count", { count, ...day.values })}
        values={day.values}
        may={may}
      />
      <ProspectBoard columns={shown} moreHref={moreHref} move={may.move} />
    </>
  );
}
