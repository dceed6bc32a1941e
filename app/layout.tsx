import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/shell/app-providers";
import { FirstWords } from "@/components/shell/first-words";
import { browserWords } from "@/lib/platform/i18n/browser-words";
import { intlTag, localeOf } from "@/lib/values/locale";
import "./globals.css";

export const metadata: Metadata = { title: { default: "Caseload", template: "%s · Caseload" } };
export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, timeZone, cookie, header] = await Promise.all([getLocale(), getTimeZone(), cookies(), headers()]);
  const chosen = cookie.get("theme")?.value;
  const theme = chosen === "light" || chosen === "dark" ? chosen : "system";
  const nav = cookie.get("nav")?.value === "collapsed" ? "collapsed" : "open";
  return (
    <html lang={locale} data-theme={theme} data-nav={nav} suppressHydrationWarning>
      <head>
        <meta property="csp-nonce" content={header.get("x-nonce") ?? ""} />
      </head>
      <body>
        <FirstWords locale={locale} timeZone={timeZone} words={await browserWords("")}>
          <AppProviders localeTag={intlTag(localeOf(locale))}>{children}</AppProviders>
        </FirstWords>
      </body>
    </html>
  );
}
