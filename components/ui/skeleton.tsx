type SkeletonProps = { label: string; lines?: number; kind?: "rows" | "text" | "card" };

const SHAPES = { rows: "h-(--row-h) border-b border-border", text: "h-6", card: "h-24" };
const BARS = { rows: "h-3 w-2/5", text: "h-3 w-4/5", card: "h-20 w-full" };

/** Holds the place of what is still loading, at its final size; `label` says so to those who listen. */
export function Skeleton({ label, lines = 8, kind = "rows" }: SkeletonProps) {
  return (
    <div role="status" aria-busy className="animate-[appear_200ms_200ms_both]">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line) => (
        <div key={line} aria-hidden className={`flex items-center px-4 ${SHAPES[kind]}`}>
          <div className={`animate-pulse rounded-md bg-border ${BARS[kind]}`} />
        </div>
      ))}
    </div>
  );
}
