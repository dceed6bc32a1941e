import { useTranslations } from "next-intl";
import { StreamList } from "@/components/stream/stream-list";
import { TaskList } from "@/components/tasks/task-list";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { TextLink } from "@/components/ui/text-link";
import type { Terminology } from "@/lib/features/settings/schema";
import type { StreamItem } from "@/lib/features/stream/copy";
import type { TaskItem } from "@/lib/features/tasks/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type StaffHomeProps = {
  name: string;
  terms: Terminology;
  stream: { items: StreamItem[]; older: string | null };
  tasks: TaskItem[];
  complete: ServerAction;
  mayImport: boolean;
};

/** Where the day starts: what happened, what waits, and the way to the open clients. */
export function StaffHome({ name, terms, stream, tasks, complete, mayImport }: StaffHomeProps) {
  const t = useTranslations("home");
  const clients = terms.client.plural;
  const actions = (
    <>
      {mayImport && (
        <LinkButton href={paths.staff.admin.import} variant="secondary">
          {t("importClients", { clients })}
        </LinkButton>
      )}
      <LinkButton href={`${paths.staff.clients}?view=open`} variant="primary">
        {t("openClients", { clients })}
      </LinkButton>
    </>
  );
  const aside = (
    <Card title={t("myTasks")} actions={<TextLink href={paths.staff.tasks}>{t("allTasks")}</TextLink>}>
      {tasks.length > 0 ? <TaskList tasks={tasks} act={complete} /> : <p className="text-muted">{t("noTasks")}</p>}
    </Card>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("greeting", { name })} actions={actions} />
      <RecordLayout aside={aside}>
        <Card title={t("stream")}>
          <StreamList
            label={t("stream")}
            items={stream.items}
            olderHref={stream.older ? `${paths.staff.home}?before=${stream.older}` : null}
            empty={{ title: t("streamEmptyTitle"), body: t("streamEmptyBody") }}
          />
        </Card>
      </RecordLayout>
    </>
  );
}
