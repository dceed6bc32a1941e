import type { ReactNode } from "react";

/** The submit button of a form inside a coloured bar; takes the bar's own ink. */
export function BarButton({ children }: { children: ReactNode }) {
  return (
    <button type="submit" className="min-h-7 rounded-md border border-current px-2 font-medium text-sm outline-current">
      {children}
    </button>
  );
}
