import Link from "next/link";
import type { ReactNode } from "react";

type TextLinkProps = { href: string; children: ReactNode; external?: boolean; quiet?: boolean };

/** A link within text; `external` opens a new tab, `quiet` is underlined only when pointed at. */
export function TextLink({ href, children, external, quiet }: TextLinkProps) {
  const line = quiet ? "no-underline hover:underline" : "underline decoration-1 hover:decoration-2";
  const look = `rounded-sm text-accent underline-offset-2 ${line}`;
  if (!external && href.startsWith("/")) {
    return (
      <Link href={href} className={look}>
        {children}
      </Link>
    );
  }
  return (
    <a href={href} className={look} {...(external ? { target: "_blank", rel: "noopener noreferrer" } : {})}>
      {children}
    </a>
  );
}
