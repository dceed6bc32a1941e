"use client";
import type { StreamItem } from "@/lib/features/stream/copy";
import { StreamItemRow } from "./stream-item-row";

/** The lines of a stream. They go to the browser as what they say, not as drawn: many lines then cost a page little. */
export function StreamRows({ label, items }: { label: string; items: readonly StreamItem[] }) {
  return (
    <ol aria-label={label} className="divide-y divide-border">
      {items.map((item) => (
        <StreamItemRow key={item.id} item={item} />
      ))}
    </ol>
  );
}
