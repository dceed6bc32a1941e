import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { title: ReactNode; summary?: ReactNode; open?: boolean; children: ReactNode };

/** Something that most people need not see, one press away. */
export function Disclosure({ title, summary, open, children }: DisclosureProps) {
  return (
    <details open={open} className="group min-w-0">
      <summary className="flex min-h-(--control-h) list-none items-center gap-1.5 rounded-md font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90" />
        <span className="min-w-0 flex-1">{title}</span>
        {summary && <span className="font-normal text-muted text-sm">{summary}</span>}
      </summary>
      <div className="pt-1 pb-2 pl-5.5">{children}</div>
    </details>
  );
}
