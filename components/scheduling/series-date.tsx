import { CircleCheck, TriangleAlert } from "lucide-react";

type SeriesDateProps = {
  label: string;
  problems: readonly string[];
  /** What more is to be known of it. */
  detail?: string | null;
  /** Whether it is left out. */
  gone?: boolean;
};

/** A date of a series with what stands in its way. */
export function SeriesDate({ label, problems, detail, gone = false }: SeriesDateProps) {
  const [Mark, tone] = problems.length === 0 ? [CircleCheck, "text-success"] : [TriangleAlert, "text-warning"];
  return (
    <div className="flex min-w-0 gap-2">
      <Mark aria-hidden className={`mt-[0.2em] size-4 shrink-0 ${tone}`} />
      <div className="min-w-0">
        <p className={gone ? "text-muted line-through" : "font-medium"}>{label}</p>
        {detail && <p className="text-muted text-sm">{detail}</p>}
        {problems.map((problem) => (
          <p key={problem} className="text-muted text-sm">
            {problem}
          </p>
        ))}
      </div>
    </div>
  );
}
