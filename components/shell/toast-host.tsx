"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { toasts } from "@/components/ui/toast";

// Most visits end without a toast, so what shows them comes with the first one.
const ToastRegion = lazy(async () => ({ default: (await import("@/components/ui/toast-region")).ToastRegion }));

const anyYet = () => toasts.visibleToasts.length > 0;

/** The place of toasts, empty until there is one. */
export function ToastHost() {
  const shown = useSyncExternalStore(
    (tell) => toasts.subscribe(tell),
    anyYet,
    () => false,
  );
  return shown ? (
    <Suspense>
      <ToastRegion />
    </Suspense>
  ) : null;
}
