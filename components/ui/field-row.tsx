import type { ReactNode } from "react";

/** Fields side by side where there is room, below each other on a phone. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-4 gap-y-1 sm:auto-cols-fr sm:grid-flow-col">{children}</div>;
}
