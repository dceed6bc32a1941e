import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { StreamItem } from "@/lib/features/stream/copy";
import { StreamMarks } from "./stream-marks";
import { StreamRows } from "./stream-rows";

type StreamListProps = {
  label: string;
  items: readonly StreamItem[];
  olderHref: string | null;
  empty: { title: string; body: string };
};

/** A data stream: what happened, newest first. */
export function StreamList({ label, items, olderHref, empty }: StreamListProps) {
  if (items.length === 0) return <EmptyState kind="new" title={empty.title} body={empty.body} />;
  return (
    <>
      <StreamMarks about={items.map(({ about }) => about)} />
      <StreamRows label={label} items={items} />
      <Pager nextHref={olderHref ?? undefined} />
    </>
  );
}
