import type { ReactNode } from "react";

/** The row of buttons that ends a form, the primary action at its left end; `sticky` keeps it in sight of a long form. */
export function FormActions({ children, sticky }: { children: ReactNode; sticky?: boolean }) {
  const stay = sticky ? "sticky bottom-0 z-10 border-border border-t bg-bg py-3 max-lg:bottom-(--tabs-h,0px)" : "pt-2";
  return <div className={`flex flex-wrap items-center gap-2 print:hidden ${stay}`}>{children}</div>;
}
