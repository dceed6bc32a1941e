"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { SearchField } from "@/components/ui/search-field";
import type { OverviewEntry, OverviewGroup } from "@/lib/features/configuration/overview/schema";
import { foldText } from "@/lib/values/text";

type ConfigurationOverviewProps = { groups: readonly OverviewGroup[]; words: { find: string; none: string } };

const fits = (entry: OverviewEntry, sought: readonly string[]) => {
  const text = foldText(`${entry.title} ${entry.body} ${entry.now ?? ""}`);
  return sought.every((word) => text.includes(word));
};

/** Everything that can be set, found by any of its words; each matter has a page of its own. */
export function ConfigurationOverview({ groups, words }: ConfigurationOverviewProps) {
  const [query, setQuery] = useState("");
  const sought = foldText(query).split(/\s+/).filter(Boolean);
  const found = groups
    .map(({ title, entries }) => ({ title, entries: entries.filter((entry) => fits(entry, sought)) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <div className="grid max-w-3xl gap-5">
      <div className="flex">
        <SearchField name="find" label={words.find} value={query} onChange={(event) => setQuery(event.target.value)} />
      </div>
      <p role="status" className={found.length === 0 ? "text-muted" : "sr-only"}>
        {found.length === 0 && words.none}
      </p>
      {found.map(({ title, entries }) => (
        <Card key={title} title={title} padded={false}>
          <ul className="divide-y divide-border">
            {entries.map((entry) => (
              <li
                key={entry.href}
                className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-3 has-[a:hover]:bg-hover sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_auto]"
              >
                <div className="min-w-0">
                  <Link
                    href={entry.href}
                    className="font-medium text-text no-underline -outline-offset-2 after:absolute after:inset-0"
                  >
                    {entry.title}
                  </Link>
                  <p className="text-pretty text-muted text-sm">{entry.body}</p>
                  {entry.changed && <p className="mt-0.5 text-muted text-xs">{entry.changed}</p>}
                </div>
                <p className="col-start-1 min-w-0 break-words text-sm max-sm:mt-1 sm:col-start-2 sm:text-right">
                  {entry.now}
                </p>
                <ChevronRight
                  aria-hidden
                  className="col-start-2 row-span-2 row-start-1 size-4 text-muted sm:col-start-3"
                />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
