import type { ReactNode } from "react";

/** The row of buttons that ends a form, the primary action at its left end; `sticky` keeps it in sight of a long form where there is room. */
export function FormActions({ children, sticky }: { children: ReactNode; sticky?: boolean }) {
  const stay = sticky ? "z-10 border-border border-t bg-bg py-3 sm:sticky sm:bottom-(--tabs-h,0px)" : "pt-2";
  return <div className={`flex flex-wrap items-center gap-2 print:hidden ${stay}`}>{children}</div>;
}
