import Image from "next/image";
import Link from "next/link";

type BrandMarkProps = { name: string; href: string; slim?: boolean; logo?: string | null };

/** The organization's or the center's name with its picture, or its first letter as a sign. */
export function BrandMark({ name, href, slim, logo }: BrandMarkProps) {
  return (
    <Link href={href} className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-md font-semibold no-underline">
      {logo ? (
        // A white ground lets a dark picture be seen in the dark theme, too.
        <Image
          alt=""
          src={logo}
          width={96}
          height={32}
          className="h-8 w-auto max-w-24 shrink-0 rounded-md bg-[white] object-contain"
        />
      ) : (
        <span
          aria-hidden
          className="flex size-7 shrink-0 items-center justify-center rounded-md bg-accent text-on-accent text-sm"
        >
          {[...name][0]}
        </span>
      )}
      <span className={slim ? "truncate nav-collapsed:lg:sr-only" : "line-clamp-2 leading-tight"}>{name}</span>
    </Link>
  );
}
