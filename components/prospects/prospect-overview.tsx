import { useTranslations } from "next-intl";
import { MessagesCard } from "@/components/messages/messages-card";
import { StreamList } from "@/components/stream/stream-list";
import { TaskCard } from "@/components/tasks/task-card";
import { Card } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/record-layout";
import type { RecordWorkItems } from "@/lib/features/messages/record/copy";
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
  /** What was said and what waits. */
  work: RecordWorkItems;
  can: { edit: boolean; post: boolean };
};

/** Everything about one prospect on a page: facts, people, what was said and what happened. */
export function ProspectOverview({ prospect, day, stream, work, can }: ProspectOverviewProps) {
  const t = useTranslations("prospects.record");
  const subject = { kind: "prospect", id: prospect.id } as const;
  return (
    <RecordLayout
      aside={
        <>
          <ProspectPeopleCard prospect={prospect} mayEdit={can.edit} />
          <TaskCard subject={subject} tasks={work.tasks} mayAdd={can.post} />
        </>
      }
    >
      <ProspectFactsCard prospect={prospect} day={day} />
      <MessagesCard subject={subject} work={work} mayPost={can.post} values={day.values} />
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
