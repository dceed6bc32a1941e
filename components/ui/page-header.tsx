import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { Children, type ReactNode } from "react";

type PageHeaderProps = {
  /** With a picture before it where a record is a person or an organization. */
  title: string | { text: string; mark: ReactNode };
  /** Beside the title: a status chip, a count. */
  status?: ReactNode;
  facts?: ReactNode[];
  description?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
};

/** The head of every page: what this is, its key facts, and what can be done with it. */
export function PageHeader({ title, status, facts = [], description, back, actions }: PageHeaderProps) {
  const { text, mark } = typeof title === "string" ? { text: title, mark: null } : title;
  return (
    <header className="mb-5">
      {back && (
        <Link
          href={back.href}
          className="mb-1 -ml-1 inline-flex min-h-6 items-center gap-0.5 rounded-md pr-1 text-muted text-sm no-underline hover:text-text"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        {mark && <span className="flex max-sm:hidden">{mark}</span>}
        <div className="min-w-0 flex-[1_1_16rem]">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-balance [overflow-wrap:anywhere] font-semibold text-2xl tracking-tight">
              {text}
            </h1>
            {status}
          </div>
          {facts.length > 0 && (
            <div className="mt-1 overflow-x-clip text-muted text-sm">
              <div className="-ml-[calc(0.625rem+1px)] flex flex-wrap items-center gap-y-1">
                {Children.map(facts, (fact) => (
                  <span className="min-w-0 border-border border-l px-2.5 [overflow-wrap:anywhere]">{fact}</span>
                ))}
              </div>
            </div>
          )}
          {description && <div className="mt-1 max-w-prose text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  );
}
