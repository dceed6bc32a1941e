import { useTranslations } from "next-intl";
import { StreamList } from "@/components/stream/stream-list";
import type { StreamItem } from "@/lib/features/stream/copy";
import { paths } from "@/lib/paths";

type ClientStreamProps = { clientId: string; items: readonly StreamItem[]; older: string | null };

/** What happened with one client, newest first. */
export function ClientStream({ clientId, items, older }: ClientStreamProps) {
  const t = useTranslations("clients");
  return (
    <StreamList
      label={t("stream")}
      items={items.map((item) => ({ ...item, client: null }))}
      olderHref={older && `${paths.staff.client(clientId)}?before=${older}`}
      empty={{ title: t("streamEmptyTitle"), body: t("streamEmptyBody") }}
    />
  );
}
