import Link from "next/link";

type BrandMarkProps = { name: string; href: string; slim?: boolean };

/** The organization's name with its first letter as a sign. */
export function BrandMark({ name, href, slim }: BrandMarkProps) {
  return (
    <Link href={href} className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-md font-semibold no-underline">
      <span
        aria-hidden
        className="flex size-7 shrink-0 items-center justify-center rounded-md bg-accent text-on-accent text-sm"
      >
        {[...name][0]}
      </span>
      <span className={slim ? "truncate nav-collapsed:lg:sr-only" : "line-clamp-2 leading-tight"}>{name}</span>
    </Link>
  );
}
