"use client";
import { Bell } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { paths } from "@/lib/paths";

const MOST = 99;

/** The way to the inbox, with how much waits there. Asked for by itself, so that no page waits for it. */
export function InboxBell() {
  const t = useTranslations("shell");
  const [count, setCount] = useState(0);
  const pathname = usePathname();
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (asked.current === pathname) return;
    asked.current = pathname;
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async () => {
      const answer = await fetch(paths.api.inbox, { signal }).catch(() => null);
      const body = answer?.ok ? await answer.json().catch(() => null) : null;
      if (!signal.aborted && typeof body?.count === "number") setCount(body.count);
    };
    void ask();
    window.addEventListener("focus", () => void ask(), { signal });
    return () => leaving.abort();
  }, [pathname]);
  const label = count > 0 ? t("inboxWaiting", { count }) : t("inbox");
  return (
    <Link
      href={paths.staff.inbox}
      aria-label={label}
      title={label}
      prefetch={false}
      className="relative flex size-9 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
    >
      <Bell aria-hidden className="size-4.5" />
      {count > 0 && (
        <span className="absolute top-0.5 right-0.5 min-w-4 rounded-full bg-danger px-1 text-center font-semibold text-[0.625rem] text-on-danger leading-4 tabular-nums">
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  );
}
