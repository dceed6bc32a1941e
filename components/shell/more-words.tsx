"use client";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

// A message that is put together from pieces is an array.
type Words = { [key: string]: string | readonly unknown[] | Words };

/** What was put together before, by what it was put to: there are as many as parts of the app, times its languages. */
const known = new WeakMap<Words, Map<string, Words>>();

/** Adds the words of one part of the app, as JSON, to those that the frames around it brought. */
export function MoreWords({ words, children }: { words: string; children: ReactNode }) {
  const outer = useMessages() as Words;
  return (
    <NextIntlClientProvider locale={useLocale()} messages={withMore(outer, words)}>
      {children}
    </NextIntlClientProvider>
  );
}

function withMore(outer: Words, words: string): Words {
  const more = known.get(outer) ?? new Map<string, Words>();
  const all = more.get(words) ?? merged(outer, JSON.parse(words));
  known.set(outer, more.set(words, all));
  return all;
}

function merged(outer: Words, inner: Words): Words {
  const both = { ...outer };
  for (const [key, words] of Object.entries(inner)) {
    const before = both[key];
    both[key] = isBranch(before) && isBranch(words) ? merged(before, words) : words;
  }
  return both;
}

function isBranch(words: Words[string] | undefined): words is Words {
  return typeof words === "object" && !Array.isArray(words);
}
