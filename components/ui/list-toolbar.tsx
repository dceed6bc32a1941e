import type { ReactNode } from "react";

type ListToolbarProps = { search?: ReactNode; filters?: ReactNode; actions?: ReactNode };

/** The row above a list: search, filters in words, and what changes how the list looks. */
export function ListToolbar({ search, filters, actions }: ListToolbarProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
      {search}
      {filters}
      {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
