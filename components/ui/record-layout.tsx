import type { ReactNode } from "react";

/** The body of a record page: main column and right margin, which moves below on narrow screens. */
export function RecordLayout({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">{children}</div>
      <aside className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 sm:max-xl:grid-cols-2">{aside}</aside>
    </div>
  );
}
