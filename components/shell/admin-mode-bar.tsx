"use client";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

const TICK_MS = 1_000;

/** Says that administrator powers are on and for how long; `leave` is the form that gives them back. */
export function AdminModeBar({ secondsLeft, leave }: { secondsLeft: number; leave: ReactNode }) {
  const t = useTranslations("shell");
  const [seconds, setSeconds] = useState(secondsLeft);
  useEffect(() => {
    const started = performance.now();
    const timer = window.setInterval(() => {
      setSeconds(Math.max(0, secondsLeft - Math.round((performance.now() - started) / 1000)));
    }, TICK_MS);
    return () => window.clearInterval(timer);
  }, [secondsLeft]);
  return (
    <section
      aria-label={t("administratorMode")}
      className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 bg-warning px-4 py-1 text-on-warning print:hidden"
    >
      <ShieldCheck aria-hidden className="size-4 shrink-0" />
      <p className="font-medium">{t("administratorMode")}</p>
      <p className="mr-auto tabular-nums">{t("minutesLeft", { minutes: Math.ceil(seconds / 60) })}</p>
      {leave}
    </section>
  );
}
