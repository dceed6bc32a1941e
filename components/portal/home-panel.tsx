import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { PortalClient, PortalTodo } from "@/lib/features/clients/portal/schema";
import type { PortalSession } from "@/lib/features/clients/portal/sessions/schema";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { ClientList } from "./client-list";
import { HomeLinks } from "./home-links";
import { SessionCard } from "./session-card";
import { TodoList } from "./todo-list";
import { UpcomingList } from "./upcoming-list";

type HomePanelProps = {
  firstName: string;
  todos: readonly PortalTodo[];
  registrations: readonly RegistrationView[];
  /** Ahead, soonest first. */
  sessions: readonly PortalSession[];
  clients: readonly PortalClient[];
  terms: { practitioners: string; sessions: string };
};

/** The portal's first page: what needs doing, the next session and what else is coming up, and where the rest is. */
export function HomePanel({ firstName, todos, registrations, sessions, clients, terms }: HomePanelProps) {
  const t = useTranslations("portal");
  const next = sessions.find(({ status }) => status !== "CANCELLED");
  const others = sessions.filter((session) => session !== next);
  const showsList = !next || others.length > 0 || registrations.length > 0;
  return (
    <>
      <PageHeader title={t("hello", { name: firstName })} description={t("helloBody", { count: todos.length })} />
      <Section title={t("todo.title")}>
        <TodoList todos={todos} />
      </Section>
      {next && (
        <Section title={t("home.next")}>
          <SessionCard session={next} severalClients={clients.length > 1} />
        </Section>
      )}
      {showsList && (
        <Section title={t("upcoming.title")}>
          <UpcomingList registrations={registrations} sessions={others} />
        </Section>
      )}
      <Section title={t("home.more")}>
        <HomeLinks terms={terms} />
      </Section>
      {clients.length > 1 && (
        <Section title={t("clients.title")}>
          <ClientList clients={clients} />
        </Section>
      )}
    </>
  );
}
