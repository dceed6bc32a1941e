import type { ReactNode } from "react";

type SectionProps = { title: string; description?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a page without a frame. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <section className="mb-8 min-w-0 last:mb-0">
      <header className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">{title}</h2>
          {description && <div className="max-w-prose text-muted">{description}</div>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
