import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RowLinks } from "./row-links";
import { ScrollRegion } from "./scroll-region";
import { SelectPage } from "./select-page";
import { SelectRow } from "./select-row";
import { SortHeading } from "./sort-heading";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** "end" for numbers and money. */
  align?: "start" | "end";
  /** The cell that names the row: it is the link, and the title of the card on a phone. */
  primary?: boolean;
  sort?: { href: string; direction: "asc" | "desc" | null };
  hideOnPhone?: boolean;
  /** Words that may break into two lines, so that the table fits a desk. */
  narrow?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  /** Boxes to tick; needs `Selection` around the table. */
  selectable?: boolean;
};

/** So many rows scroll with the page; only more than these get a window of their own, with the headings kept in sight. */
const FITTING = 30;

/** A list as a table, made on the server; on a narrow screen every row becomes a card. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, selectable }: DataTableProps<Row>) {
  const t = useTranslations("ui");
  // Asked once: words asked for by each row are most of what a row costs.
  const selectLabel = selectable ? t("selectRow") : undefined;
  return (
    <ScrollRegion label={caption} {...(rows.length <= FITTING && { className: "overflow-x-auto" })}>
      <table className="stack-table w-full border-separate border-spacing-0 text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-[2] bg-surface">
          <tr>
            {selectable && (
              <th className="w-10 border-border border-b pl-4">
                <SelectPage />
              </th>
            )}
            {columns.map((column) => (
              <SortHeading key={column.key} sort={column.sort} align={column.align}>
                {column.header}
              </SortHeading>
            ))}
          </tr>
        </thead>
        <RowLinks>
          {rows.map((row) => (
            <TableRow
              key={rowKey(row)}
              id={rowKey(row)}
              columns={columns}
              row={row}
              href={rowHref?.(row)}
              selectLabel={selectLabel}
            />
          ))}
        </RowLinks>
      </table>
    </ScrollRegion>
  );
}

type TableRowProps<Row> = {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  href?: string;
  selectLabel?: string;
};

function TableRow<Row>({ id, row, columns, href, selectLabel }: TableRowProps<Row>) {
  return (
    <tr data-row={id}>
      {selectLabel && (
        <td data-select>
          <SelectRow id={id} label={selectLabel} />
        </td>
      )}
      {columns.map((column) => {
        const content = column.cell(row);
        return (
          <td
            key={column.key}
            data-label={column.header}
            {...marksOf(column, selectLabel ? id : null)}
            {...(column.narrow && wholeOf(content))}
          >
            {column.primary && href ? (
              <a href={href} data-row-link>
                {content}
              </a>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What a narrow cell may have cut off. */
function wholeOf(content: ReactNode) {
  return typeof content === "string" && content.length > 18 ? { title: content } : {};
}

/** What globals.css knows a cell by; only what applies, because every attribute is sent with every row. */
function marksOf<Row>({ primary, align, hideOnPhone, narrow }: Column<Row>, selected: string | null) {
  return {
    ...(primary && { "data-primary": true }),
    ...(primary && selected && { id: `row-${selected}` }),
    ...(align === "end" && { "data-align": "end" }),
    ...(hideOnPhone && { "data-phone": "hide" }),
    ...(narrow && { "data-narrow": true }),
  };
}
