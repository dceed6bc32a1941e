import Link from "next/link";

export type Bar = { key: string; label: string; href: string; value: number; shown: string };

type BarTableProps = { caption: string; heads: { label: string; value: string }; bars: readonly Bar[]; most?: number };

/** A bar chart that is a table: read row by row it says what it shows, and every row leads to what it counts. */
export function BarTable({ caption, heads, bars, most }: BarTableProps) {
  const room = `${Math.max(2, ...bars.map(({ shown }) => shown.length))}ch`;
  const largest = most ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heads.label}</th>
          <th scope="col">{heads.value}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, href, value, shown }) => (
          <tr key={key} className="relative has-[a:hover]:bg-hover">
            <th scope="row" className="w-2/5 py-1.5 pr-3 text-left font-normal">
              <Link
                href={href}
                className="block truncate no-underline after:absolute after:inset-0 after:rounded-md hover:underline"
                title={label}
              >
                {label}
              </Link>
            </th>
            <td className="py-1.5">
              <span className="flex items-center gap-2">
                <span aria-hidden className="h-4 min-w-0 flex-1 overflow-hidden rounded-md bg-hover">
                  <span
                    className="block h-full rounded-md bg-accent"
                    style={{ width: `${(value / largest) * 100}%` }}
                  />
                </span>
                <span className="shrink-0 text-right tabular-nums" style={{ width: room }}>
                  {shown}
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
