import Link from "next/link";
import type { ReactNode } from "react";

type StatProps = { label: string; value: ReactNode; detail?: ReactNode; href?: string };

/** One number that matters, with its name; the whole of it is the link when it leads somewhere. */
export function Stat({ label, value, detail, href }: StatProps) {
  return (
    <div className="relative min-w-0 rounded-lg border border-border bg-surface px-4 py-3 has-[a:hover]:bg-hover">
      <div className="text-muted text-sm">
        {href ? (
          <Link href={href} className="no-underline after:absolute after:inset-0 after:rounded-lg">
            {label}
          </Link>
        ) : (
          label
        )}
      </div>
      <div className="font-semibold text-2xl tabular-nums tracking-tight">{value}</div>
      {detail && <div className="text-muted text-sm">{detail}</div>}
    </div>
  );
}
