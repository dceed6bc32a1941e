import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { StatusChip } from "@/components/ui/status-chip";
import { describeProblem, type ProblemWords } from "@/lib/features/imports/copy";
import { PROBLEM_SEVERITY, type RowProblem } from "@/lib/features/imports/schema";

type ImportProblemsCardProps = { title: string; problems: readonly RowProblem[]; count: number };

const TONES = { error: "danger", warning: "warning", note: "neutral" } as const;
const SHOWN = 50;

/** What was found wrong with a file when it was looked at, each with its row and column. */
export function ImportProblemsCard({ title, problems, count }: ImportProblemsCardProps) {
  const t = useTranslations("imports");
  const words = useTranslations("import-problems") as unknown as ProblemWords;
  if (problems.length === 0) return null;
  const shown = problems.slice(0, SHOWN);
  return (
    <Card title={title}>
      <ul className="grid gap-2">
        {shown.map((problem) => (
          <li
            key={`${problem.row} ${problem.column} ${problem.code}`}
            className="flex flex-wrap items-start gap-x-2 gap-y-1"
          >
            <StatusChip tone={TONES[PROBLEM_SEVERITY[problem.code]]}>
              {words(`severity.${PROBLEM_SEVERITY[problem.code]}`)}
            </StatusChip>
            <span className="min-w-0 flex-1 break-words">{describeProblem(problem, words)}</span>
          </li>
        ))}
      </ul>
      {count > shown.length && <p className="mt-3 text-muted">{t("moreProblems", { count: count - shown.length })}</p>}
    </Card>
  );
}
