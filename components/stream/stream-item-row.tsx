import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { StreamItem } from "@/lib/features/stream/copy";
import { paths } from "@/lib/paths";
import { StreamFunding } from "./stream-funding";
import { StreamMark } from "./stream-mark";

/** What happened, to whom and when; old and new values below. */
export function StreamItemRow({ item }: { item: StreamItem }) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 py-2.5 text-sm first:pt-0 last:pb-0 *:col-start-2">
      <StreamMark about={item.about} />
      <div className="flex min-h-7 flex-wrap items-center gap-x-2">
        <p className="min-w-0 flex-1 basis-64 break-words">
          {item.client && (
            <>
              <TextLink href={paths.staff.client(item.client.id)}>{item.client.label}</TextLink>
              <span aria-hidden className="text-muted">
                {" · "}
              </span>
            </>
          )}
          {item.sentence}
          {item.funding && <StreamFunding {...item.funding} />}
        </p>
        <span className="shrink-0 text-muted text-xs">
          <RelativeTime {...item.when} />
        </span>
      </div>
      {item.note && <p className="line-clamp-2 whitespace-pre-line text-muted">{item.note}</p>}
      {item.changes.length > 0 && (
        <ul className="grid gap-0.5 text-muted">
          {item.changes.map((change) => (
            <li key={change.label} className="break-words">
              <span className="font-medium text-text">{change.label}</span> {change.from} → {change.to}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
