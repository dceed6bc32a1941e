"use client";
import Link from "next/link";
import type { Standing } from "@/lib/features/scheduling/coverage/schema";
import { STANDING_LOOKS } from "./coverage-looks";
import { useGridFocus } from "./use-grid-focus";

/** One hour as it is drawn; `label` says everything that its figures and colour say. */
export type CoverageCell = {
  href: string;
  label: string;
  standing: Standing;
  free: string;
  open: string;
  clients: string;
  chosen: boolean;
};
export type CoverageRow = { time: string; cells: readonly CoverageCell[] };

type CoverageGridProps = {
  label: string;
  days: readonly { short: string; name: string }[];
  rows: readonly CoverageRow[];
};

/** The week as a heat map: each hour a cell with its figures, walked with the arrow keys. */
export function CoverageGrid({ label, days, rows }: CoverageGridProps) {
  const chosen = rows.findIndex(({ cells }) => cells.some((cell) => cell.chosen));
  const first = {
    column: Math.max(0, rows[chosen]?.cells.findIndex((cell) => cell.chosen) ?? 0),
    row: Math.max(0, chosen),
  };
  const { walk, focusProps } = useGridFocus({ columns: days.length, rows: rows.length, first });
  return (
    <table
      {...{ role: "grid", onKeyDown: walk }}
      aria-label={label}
      className="w-full table-fixed border-separate border-spacing-0.5 text-sm tabular-nums"
    >
      <thead>
        <tr>
          <td className="w-11 sm:w-14" />
          {days.map(({ short, name }) => (
            <th key={name} scope="col" className="truncate pb-1 text-center font-medium max-sm:text-xs">
              <span aria-hidden>{short}</span>
              <span className="sr-only">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ time, cells }, row) => (
          <tr key={time}>
            <th scope="row" className="pr-1.5 text-right align-top font-normal text-muted text-xs">
              {time}
            </th>
            {cells.map(({ href, standing, free, open, clients, ...cell }, column) => (
              <td key={href} className="p-0">
                <Link
                  href={href}
                  prefetch={false}
                  scroll={false}
                  aria-label={cell.label}
                  aria-current={cell.chosen || undefined}
                  {...focusProps({ column, row })}
                  className={`grid h-11 content-center rounded-sm px-0.5 text-center no-underline leading-tight hover:outline-1 hover:outline-strong ${STANDING_LOOKS[standing]} ${cell.chosen ? "outline-2 outline-accent" : ""}`}
                >
                  {standing !== "quiet" && (
                    <>
                      <span className="truncate">
                        <span className="font-semibold">{free}</span>
                        <span className="text-xs max-sm:hidden">/{open}</span>
                      </span>
                      <span className="truncate text-xs">{clients}</span>
                    </>
                  )}
                </Link>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
