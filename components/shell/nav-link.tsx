"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { href: string; exact?: boolean; className: string; title?: string; children: ReactNode };

/** A menu link that knows whether the open page is its own or lies below it. */
export function NavLink({ href, exact, className, title, children }: NavLinkProps) {
  const path = usePathname();
  const current = path === href || (!exact && href !== "/" && path.startsWith(`${href}/`));
  return (
    <Link href={href} title={title} aria-current={current ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
