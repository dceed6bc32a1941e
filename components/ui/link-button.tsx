import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonStyles } from "./button-styles";

type LinkButtonProps = Omit<ComponentProps<typeof Link>, "href"> &
  ButtonLook & {
    href: string;
    icon?: ReactNode;
    /**
     * The address answers with a file: nobody asks for it ahead, and the router leaves it alone. "at-a-door": it may
     * answer with a page to go through first, which must not be kept as the file.
     */
    download?: boolean | "at-a-door";
  };

/** A link that leads to another page, or to a file, and looks like a button. */
export function LinkButton({ href, download, icon, children, ...rest }: LinkButtonProps) {
  const { variant, size, className, ...link } = rest;
  const look = buttonStyles({ variant, size, className });
  if (download)
    return (
      <a href={href} download={download === "at-a-door" ? undefined : true} className={look}>
        {icon}
        {children}
      </a>
    );
  return (
    <Link href={href} {...link} className={look}>
      {icon}
      {children}
    </Link>
  );
}
