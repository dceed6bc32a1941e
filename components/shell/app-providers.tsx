"use client";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { FlashToast } from "./flash-toast";
import { ToastHost } from "./toast-host";

/** What every page needs around it: the language of dates and numbers, in-app links from menus, and toasts. */
export function AppProviders({ localeTag, children }: { localeTag: string; children: ReactNode }) {
  const router = useRouter();
  return (
    <I18nProvider locale={localeTag}>
      <RouterProvider navigate={(href) => router.push(href)}>
        {children}
        <ToastHost />
        <FlashToast />
      </RouterProvider>
    </I18nProvider>
  );
}
