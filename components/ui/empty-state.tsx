import { Inbox, Lock, SearchX } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  kind?: "new" | "filtered" | "no-right";
  title: string;
  body?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2;
};

const MARKS = {
  new: <Inbox aria-hidden className="size-5" />,
  filtered: <SearchX aria-hidden className="size-5" />,
  "no-right": <Lock aria-hidden className="size-5" />,
};

/** What stands where nothing stands yet: what belongs here, why it is empty, and the one next step. */
export function EmptyState({ kind = "new", title, body, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 flex size-10 items-center justify-center rounded-full bg-hover text-muted">
        {MARKS[kind]}
      </span>
      <Heading className="text-balance font-semibold text-lg">{title}</Heading>
      {body && <div className="mt-1 max-w-md text-pretty text-muted">{body}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
