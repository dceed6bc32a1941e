import type { ReactNode } from "react";

type ProgressBarProps = { label: string; value: number; max: number; detail?: ReactNode };

/** How far something long has come. */
export function ProgressBar({ label, value, max, detail }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div>
      <div className="mb-1 flex justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        <span className="text-muted tabular-nums">{detail ?? `${Math.round(share * 100)} %`}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        className="h-2 overflow-hidden rounded-full border border-strong bg-hover"
      >
        <div className="h-full bg-accent transition-[width]" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
