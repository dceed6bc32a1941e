"use client";
import { PanelLeft } from "lucide-react";
import { useTranslations } from "next-intl";

const YEAR_IN_SECONDS = 31_536_000;

function toggle() {
  const root = document.documentElement;
  const width = root.dataset.nav === "collapsed" ? "open" : "collapsed";
  root.dataset.nav = width;
  // The server reads it, so that the next page opens at this width.
  Reflect.set(document, "cookie", `nav=${width}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`);
}

/** Makes the menu narrow or wide. */
export function NavCollapse() {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      onClick={toggle}
      title={t("collapseMenu")}
      className="flex min-h-(--control-h) w-full items-center gap-2.5 rounded-md px-2.5 text-muted -outline-offset-2 hover:bg-hover hover:text-text nav-collapsed:justify-center nav-collapsed:px-0"
    >
      <PanelLeft aria-hidden className="size-[1.125rem] shrink-0" strokeWidth={1.75} />
      <span className="nav-collapsed:sr-only">{t("collapseMenu")}</span>
    </button>
  );
}
