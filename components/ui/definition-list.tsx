import type { ReactNode } from "react";

export type Definition = {
  /** Where several may be called the same. */ key?: string;
  term: string;
  value: ReactNode;
  wide?: boolean;
};

/** The fields of a record, name and value; a blank one shows a dash, so that a gap is seen as a gap. */
export function DefinitionList({ items, stacked }: { items: readonly Definition[]; stacked?: boolean }) {
  return (
    <dl className={stacked ? "grid gap-3" : "grid grid-cols-1 gap-x-8 gap-y-3 sm:grid-cols-2"}>
      {items.map(({ key, term, value, wide }) => (
        <div key={key ?? term} className={wide ? "min-w-0 sm:col-span-2" : "min-w-0"}>
          <dt className="text-muted text-sm">{term}</dt>
          <dd className="whitespace-pre-line">{value === null || value === undefined || value === "" ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}
