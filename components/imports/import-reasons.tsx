import { useTranslations } from "next-intl";
import { type FullWords, reasonSentence } from "@/lib/features/imports/results/copy";
import type { RowReason } from "@/lib/platform/operation/handler";

const SHOWN = 3;

/** Why a row comes out as it does, and what deserves a look. */
export function ImportReasons({ reasons, undo }: { reasons: readonly RowReason[]; undo: string | null }) {
  const t = useTranslations();
  const words = t as unknown as FullWords;
  const left = undo && undo !== "undone" ? leftSentence(undo, words) : null;
  if (reasons.length === 0 && !left) return null;
  const sentences = [...new Set(reasons.map((reason) => cellOf(reason, words)))];
  return (
    <ul className="grid gap-0.5 text-sm">
      {left && <li className="font-medium">{left}</li>}
      {sentences.slice(0, SHOWN).map((sentence) => (
        <li key={sentence} className="break-words text-muted">
          {sentence}
        </li>
      ))}
      {sentences.length > SHOWN && (
        <li className="text-muted">{t("imports.moreReasons", { count: sentences.length - SHOWN })}</li>
      )}
    </ul>
  );
}

/** The row stands beside it; only the column is named. */
function cellOf(reason: RowReason, words: FullWords): string {
  const problem = reasonSentence(reason, words);
  return typeof reason.column === "string" ? words("import-problems.line", { place: reason.column, problem }) : problem;
}

/** "changed:clients" says which records were changed, "used:sessions" what depends on them. */
function leftSentence(undo: string, words: FullWords): string {
  const [why = "", table = ""] = undo.split(":");
  return words(`operations.left.${why}`, { what: words(`operations.tables.${table || "none"}`) });
}
