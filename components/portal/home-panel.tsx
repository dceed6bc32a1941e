import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { PortalClient, PortalTodo } from "@/lib/features/clients/portal/schema";
import type { PortalSession } from "@/lib/features/clients/portal/sessions/schema";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { ClientList } from "./client-list";
import { PastSessionsList } from "./past-sessions-list";
import { TodoList } from "./todo-list";
import { UpcomingList } from "./upcoming-list";

type HomePanelProps = {
  firstName: string;
  todos: readonly PortalTodo[];
  registrations: readonly RegistrationView[];
  sessions: { upcoming: readonly PortalSession[]; past: readonly PortalSession[] };
  clients: readonly PortalClient[];
};

/** The portal's first page: what needs doing, what is coming up, what was. */
export function HomePanel({ firstName, todos, registrations, sessions, clients }: HomePanelProps) {
  const t = useTranslations("portal");
  return (
    <>
      <PageHeader title={t("hello", { name: firstName })} description={t("helloBody", { count: todos.length })} />
      <Section title={t("todo.title")}>
        <TodoList todos={todos} />
      </Section>
      <Section title={t("upcoming.title")}>
        <UpcomingList registrations={registrations} sessions={sessions.upcoming} />
      </Section>
      {clients.length > 1 && (
        <Section title={t("clients.title")}>
          <ClientList clients={clients} />
        </Section>
      )}
      {sessions.past.length > 0 && (
        <Section title={t("past.title")}>
          <PastSessionsList sessions={sessions.past} />
        </Section>
      )}
    </>
  );
}
