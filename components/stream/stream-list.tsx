import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { StreamItem } from "@/lib/features/stream/copy";
import { StreamItemRow } from "./stream-item-row";
import { StreamMarks } from "./stream-marks";

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
      <ol aria-label={label} className="divide-y divide-border">
        {items.map((item) => (
          <StreamItemRow key={item.id} item={item} />
        ))}
      </ol>
      <Pager nextHref={olderHref ?? undefined} />
    </>
  );
}
