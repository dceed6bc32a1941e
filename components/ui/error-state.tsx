"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type ErrorStateProps = { title?: string; body?: ReactNode; reference?: string; action?: ReactNode };

/** Something broke: what happened, what was kept, a way on, and a reference to tell the people who can mend it. */
export function ErrorState({ title, body, reference, action }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 flex size-10 items-center justify-center rounded-full bg-danger-soft text-danger">
        <CircleAlert aria-hidden className="size-5" />
      </span>
      <h1 className="font-semibold text-xl">{title ?? t("errorTitle")}</h1>
      <div className="mt-1 max-w-md text-pretty text-muted">{body ?? t("errorBody")}</div>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
      {reference && <p className="mt-4 text-muted text-sm">{t("errorReference", { reference })}</p>}
    </div>
  );
}
