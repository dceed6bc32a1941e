"use client";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { MoreWords } from "./more-words";

/** What all words are added to: the same object for every page, so that what was put together once is found again. */
const NONE = {};

type FirstWordsProps = { locale: string; timeZone: string; words: string; children: ReactNode };

/** The words that every page has, and the language they are in. */
export function FirstWords({ locale, timeZone, words, children }: FirstWordsProps) {
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={NONE}>
      <MoreWords words={words}>{children}</MoreWords>
    </NextIntlClientProvider>
  );
}
