import type { Metadata } from "next";
import { StaffHome } from "@/components/shell/staff-home";
import { findSetting } from "@/lib/features/settings/queries";
import { streamItem } from "@/lib/features/stream/copy";
import { listStream } from "@/lib/features/stream/queries";
import { streamSearch } from "@/lib/features/stream/schema";
import { completeTaskAction } from "@/lib/features/tasks/actions";
import { taskItem } from "@/lib/features/tasks/copy";
import { listTasks } from "@/lib/features/tasks/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Home" };
const TASKS_SHOWN = 8;

export default async function StaffHomePage({ searchParams }: PageProps<"/staff">) {
  const actor = await admit("home.view");
  const { before } = streamSearch.parse(await searchParams);
  const at = now();
  const { timeZone: zone } = await findSetting("organization");
  const today = dayIn(zone, at);
  const [stream, tasks, terms, words] = await Promise.all([
    listStream(actor, { before }),
    listTasks(actor, { view: "mine" }, { today, size: TASKS_SHOWN }),
    findSetting("terminology"),
    pageWords(),
  ]);
  return (
    <StaffHome
      name={actor.name}
      terms={terms}
      stream={{
        items: stream.rows.map((line) => streamItem(line, { words, now: at, zone, locale: words.locale })),
        older: stream.next,
      }}
      tasks={tasks.rows.map((task) => taskItem(task, { today, locale: words.locale }))}
      complete={completeTaskAction}
      mayImport={actor.can("administrator-mode.enter")}
    />
  );
}
