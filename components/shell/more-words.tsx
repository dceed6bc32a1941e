"use client";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

// A message that is put together from pieces is an array.
type Words = { [key: string]: string | readonly unknown[] | Words };

/** Adds the words of one part of the app to those that the frames around it brought. */
export function MoreWords({ words, children }: { words: Words; children: ReactNode }) {
  const outer = useMessages() as Words;
  const all = useMemo(() => merged(outer, words), [outer, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}

function merged(outer: Words, inner: Words): Words {
  const both = { ...outer };
  for (const [key, words] of Object.entries(inner)) {
    const known = both[key];
    both[key] = isBranch(known) && isBranch(words) ? merged(known, words) : words;
  }
  return both;
}

function isBranch(words: Words[string] | undefined): words is Words {
  return typeof words === "object" && !Array.isArray(words);
}
