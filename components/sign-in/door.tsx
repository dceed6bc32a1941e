import type { ReactNode } from "react";

type DoorProps = { title: string; intro?: ReactNode; children: ReactNode };

/** One step before being in: what it is, and the one form or link that leads on. */
export function Door({ title, intro, children }: DoorProps) {
  return (
    <div className="grid gap-6 sm:rounded-lg sm:border sm:border-border sm:bg-surface sm:p-8 sm:shadow-raised">
      <header className="grid gap-2">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
        {intro && <div className="grid gap-2 text-pretty text-muted">{intro}</div>}
      </header>
      {children}
    </div>
  );
}
