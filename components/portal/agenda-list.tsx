import { GraduationCap, MessagesSquare } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** One line of somebody's calendar, every word chosen. */
export type AgendaItem = {
  id: string;
  kind: "session" | "event";
  title: string;
  href: string | null;
  when: string;
  details: string[];
  status: ReactNode;
};

/** What is coming up or was, in order of time. */
export function AgendaList({ items, label }: { items: readonly AgendaItem[]; label: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-border rounded-lg border border-border bg-surface">
      {items.map(({ id, kind, title, href, when, details, status }) => (
        <li key={id} className="relative flex gap-3.5 p-4 has-[a:hover]:bg-hover">
          <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-hover text-muted [&_svg]:size-5">
            {kind === "event" ? <GraduationCap aria-hidden /> : <MessagesSquare aria-hidden />}
          </span>
          <div className="min-w-0 flex-1">
            <p className="break-words font-semibold">
              {href ? (
                <Link href={href} className="no-underline after:absolute after:inset-0 after:rounded-lg">
                  {title}
                </Link>
              ) : (
                title
              )}
            </p>
            <p>{when}</p>
            {details.length > 0 && <p className="break-words text-muted text-sm">{details.join(" · ")}</p>}
            {status && <div className="pt-1">{status}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
