import { Lock } from "lucide-react";
import type { ReactNode } from "react";

/** Stands where a button would, for whom it is not there, and says why. */
export function LockedNote({ children }: { children: ReactNode }) {
  return (
    <p className="flex min-h-(--control-h) items-center gap-1.5 text-muted text-sm print:hidden">
      <Lock aria-hidden className="size-4 shrink-0" />
      {children}
    </p>
  );
}
