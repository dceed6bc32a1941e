import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type SortHeadingProps = {
  sort?: { href: string; direction: "asc" | "desc" | null };
  align?: "start" | "end";
  children: ReactNode;
};

const ARIA = { asc: "ascending", desc: "descending" } as const;

/** A column's heading; a link to the same list in another order where the column can be sorted. */
export function SortHeading({ sort, align, children }: SortHeadingProps) {
  const Arrow = sort?.direction === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ? ARIA[sort.direction] : undefined}
      className={`h-9 whitespace-nowrap border-border border-b px-2.5 font-medium text-muted text-sm first:pl-4 last:pr-4 ${align === "end" ? "text-right" : ""}`}
    >
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          className="inline-flex min-h-6 items-center gap-1 rounded-md no-underline hover:text-text"
        >
          {children}
          {sort.direction && <Arrow aria-hidden className="size-3.5" />}
        </Link>
      ) : (
        children
      )}
    </th>
  );
}
