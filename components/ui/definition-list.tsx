import type { ReactNode } from "react";

export type Definition = {
  /** Where several may be called the same. */
  key?: string;
  term: string;
  value: ReactNode;
  wide?: boolean;
};

type DefinitionListProps = {
  items: readonly Definition[];
  stacked?: boolean;
  /** "Not filled in": names the blank fields in one line at the end, instead of a dash for each. */
  gaps?: string;
};

const isBlank = ({ value }: Definition) => value === null || value === undefined || value === "";

/** The fields of a record, name and value; a blank one shows a dash, so that a gap is seen as a gap. */
export function DefinitionList({ items, stacked, gaps }: DefinitionListProps) {
  const blank = gaps ? items.filter(isBlank) : [];
  return (
    <div className="@container">
      <dl className={stacked ? "grid gap-3" : "grid grid-cols-1 gap-x-8 gap-y-3 @md:grid-cols-2 @3xl:grid-cols-3"}>
        {items.map(
          (item) =>
            !blank.includes(item) && (
              <div key={item.key ?? item.term} className={item.wide ? "col-span-full min-w-0" : "min-w-0"}>
                <dt className="text-muted text-sm">{item.term}</dt>
                <dd className="whitespace-pre-line">{isBlank(item) ? "—" : item.value}</dd>
              </div>
            ),
        )}
        {blank.length > 0 && (
          <div className="col-span-full min-w-0 text-muted text-sm">
            <dt className="inline">{gaps}: </dt>
            <dd className="inline">{blank.map(({ term }) => term).join(", ")}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
