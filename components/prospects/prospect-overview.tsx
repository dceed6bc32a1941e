import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StreamList } from "@/components/stream/stream-list";
import { Card } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/record-layout";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import type { StreamItem } from "@/lib/features/stream/copy";
import { paths } from "@/lib/paths";
import type { LocalDate } from "@/lib/values/date";
import { ProspectFactsCard } from "./prospect-facts-card";
import { ProspectPeopleCard } from "./prospect-people-card";

type ProspectOverviewProps = {
  prospect: ProspectRecord;
  day: { today: LocalDate; zone: string; values: Record<string, string> };
  stream: { items: StreamItem[]; older: string | null };
  mayEdit: boolean;
  /** Messages and the like, above what happened. */
  parts?: ReactNode;
  aside?: ReactNode;
};

/** Everything about one prospect on a page: facts, people, what was said and what happened. */
export function ProspectOverview({ prospect, day, stream, mayEdit, parts, aside }: ProspectOverviewProps) {
  const t = useTranslations("prospects.record");
  return (
    <RecordLayout
      aside={
        <>
          <ProspectPeopleCard prospect={prospect} mayEdit={mayEdit} />
          {aside}
        </>
      }
    >
      <ProspectFactsCard prospect={prospect} day={day} />
      {parts}
      <Card title={t("stream")}>
        <StreamList
          label={t("stream")}
          items={stream.items}
          olderHref={stream.older && `${paths.staff.prospect(prospect.id)}?before=${stream.older}`}
          empty={{ title: t("streamEmptyTitle"), body: t("streamEmptyBody") }}
        />
      </Card>
    </RecordLayout>
  );
}
