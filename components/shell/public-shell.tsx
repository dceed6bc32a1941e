import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";
import { SkipLink } from "./skip-link";

type PublicShellProps = {
  brand: { name: string; href: string };
  /** Where "Forgot Password" leads; left out in the back office, where nobody asks for a passcode. */
  forgotHref?: string;
  language?: ReactNode;
  /** For lists and reading; forms stay in a narrow column. */
  wide?: boolean;
  bars?: ReactNode;
  children: ReactNode;
};

/** The frame for people who are not signed in. */
export function PublicShell({ brand, forgotHref, language, wide, bars, children }: PublicShellProps) {
  const t = useTranslations("shell");
  return (
    <div data-density="roomy" className="flex min-h-dvh flex-col">
      <SkipLink />
      {bars}
      <header className="border-border border-b bg-surface print:hidden">
        <div className="mx-auto flex min-h-14 max-w-5xl flex-wrap items-center justify-end gap-x-2 px-4">
          <div className="min-w-0 flex-1 basis-32 py-1">
            <BrandMark name={brand.name} href={brand.href} />
          </div>
          <div className="-mr-2 flex items-center max-sm:text-sm">
            {language}
            {forgotHref && (
              <Link
                href={forgotHref}
                className="inline-flex min-h-(--control-h) items-center whitespace-nowrap rounded-md px-2 font-medium text-accent no-underline hover:underline"
              >
                {t("forgotPassword")}
              </Link>
            )}
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-8 outline-none sm:py-12 ${wide ? "max-w-5xl" : "max-w-md"}`}
      >
        {children}
      </main>
    </div>
  );
}
