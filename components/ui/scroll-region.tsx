import type { ReactNode } from "react";

type ScrollRegionProps = { label: string; className?: string; children: ReactNode };

/** Something wider than the page that scrolls by itself, also by keyboard. */
export function ScrollRegion({
  label,
  className = "max-h-[max(24rem,calc(100dvh-17.5rem))] overflow-auto max-md:max-h-none print:max-h-none",
  children,
}: ScrollRegionProps) {
  // Focusable on purpose: without it the arrow keys cannot reach what is scrolled out of sight.
  const region = { role: "region", "aria-label": label, tabIndex: 0 };
  return (
    <div {...region} className={`-outline-offset-2 ${className}`}>
      {children}
    </div>
  );
}
