import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InboxBell } from "@/components/inbox/inbox-bell";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { AdminModeBar } from "./admin-mode-bar";
import { DemoBar } from "./demo-bar";
import type { NavItem } from "./nav-icon";
import { SignOutForm } from "./sign-out-form";
import { StaffShell } from "./staff-shell";

type StaffFrameProps = {
  organization: string;
  person: { name: string; email: string; permissions: { admin: boolean; practitioner: boolean } };
  terms: Terminology;
  mode: { demo: boolean; secondsLeft: number | null };
  actions: { signOut: ServerAction; leave: ServerAction };
  children: ReactNode;
};

/** The staff shell with our menu, in the organization's own words. */
export function StaffFrame({ organization, person, terms, mode, actions, children }: StaffFrameProps) {
  const t = useTranslations("shell");
  const { admin, practitioner } = person.permissions;
  const nav: NavItem[] = [
    { href: paths.staff.home, label: t("nav.home"), icon: "home", exact: true },
    ...(practitioner ? [{ href: paths.staff.myDay, label: t("nav.myDay"), icon: "day" } as const] : []),
    { href: paths.staff.clients, label: terms.client.plural, icon: "clients" },
    { href: paths.staff.prospects, label: terms.prospect.plural, icon: "prospects" },
    { href: paths.staff.contacts, label: t("nav.contacts"), icon: "contacts" },
    { href: paths.staff.practitioners, label: terms.practitioner.plural, icon: "practitioners" },
    { href: paths.staff.calendar, label: t("nav.calendar"), icon: "calendar" },
    ...(practitioner
      ? []
      : [{ href: paths.staff.scheduling, label: t("nav.scheduling"), icon: "scheduling" } as const]),
    { href: paths.staff.events, label: terms.trainingEvent.plural, icon: "events" },
    ...(practitioner ? [] : [{ href: paths.staff.mailings, label: t("nav.mailings"), icon: "mailings" } as const]),
    { href: paths.staff.tasks, label: t("nav.tasks"), icon: "tasks" },
    ...(admin ? [{ href: paths.staff.admin.home, label: t("nav.administration"), icon: "admin" } as const] : []),
  ];
  const leave = (
    <Form action={actions.leave}>
      <SubmitButton size="sm" variant="secondary">
        {t("leaveAdministratorMode")}
      </SubmitButton>
    </Form>
  );
  const bars = (
    <>
      {mode.demo && <DemoBar />}
      {mode.secondsLeft !== null && <AdminModeBar secondsLeft={mode.secondsLeft} leave={leave} />}
    </>
  );
  return (
    <StaffShell
      brand={{ name: organization, href: paths.staff.home }}
      nav={nav}
      palette={{ searchHref: "/api/live/search", commands: [] }}
      person={{
        name: person.name,
        detail: person.email,
        links: [{ href: paths.staff.account, label: t("nav.account") }],
        notices: <InboxBell />,
        signOut: <SignOutForm action={actions.signOut} />,
      }}
      bars={bars}
    >
      {children}
    </StaffShell>
  );
}
