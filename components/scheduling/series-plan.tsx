import type { PlannedOccurrence } from "@/lib/features/scheduling/series/schema";
import { SeriesLine } from "./series-line";

type SeriesPlanProps = {
  plan: readonly PlannedOccurrence[];
  practitioners: readonly { id: string; name: string }[];
  values: Record<string, string>;
};

/** Every date of a series, one line each. */
export function SeriesPlan({ plan, practitioners, values }: SeriesPlanProps) {
  return (
    <ol className="mt-2 divide-y divide-border rounded-lg border border-border bg-surface">
      {plan.map((occurrence) => (
        <SeriesLine key={occurrence.key} occurrence={occurrence} practitioners={practitioners} values={values} />
      ))}
    </ol>
  );
}
