"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

const rowLinkAt = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-row-link]") : null;

const opensElsewhere = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * The body of a table whose rows lead somewhere. It listens once for all rows: the router's own link would cost each row
 * more than its words do, and would ask the server ahead for every page in sight instead of the one that is pointed at.
 */
export function RowLinks({ children }: { children: ReactNode }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const router = useRouter();
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const ahead = (event: Event) => {
      const href = rowLinkAt(event)?.getAttribute("href");
      if (href) router.prefetch(href);
    };
    const follow = (event: MouseEvent) => {
      const href = rowLinkAt(event)?.getAttribute("href");
      if (!href || event.defaultPrevented || opensElsewhere(event)) return;
      event.preventDefault();
      router.push(href);
    };
    body.current?.addEventListener("click", follow, { signal });
    body.current?.addEventListener("pointerover", ahead, { signal });
    body.current?.addEventListener("focusin", ahead, { signal });
    return () => stop.abort();
  }, [router]);
  return <tbody ref={body}>{children}</tbody>;
}
