import type { ReactNode } from "react";

type CardProps = { title?: string; actions?: ReactNode; children: ReactNode; padded?: boolean };

/** A framed part of a page; `padded={false}` for tables and lists that bring their own edges. */
export function Card({ title, actions, children, padded = true }: CardProps) {
  return (
    <section className="min-w-0 overflow-clip rounded-lg border border-border bg-surface">
      {(title || actions) && (
        <header className="flex min-h-11 flex-wrap items-center gap-2 border-border border-b px-4 py-1.5">
          {title && <h2 className="min-w-0 flex-[1_1_10rem] font-semibold text-base">{title}</h2>}
          {actions}
        </header>
      )}
      <div className={padded ? "p-4" : ""}>{children}</div>
    </section>
  );
}
