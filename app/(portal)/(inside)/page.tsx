import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HomePanel } from "@/components/portal/home-panel";
import { findPortalAgreements } from "@/lib/features/agreements/portal/queries";
import { findPortalView } from "@/lib/features/clients/portal/queries";
import { todosOf } from "@/lib/features/clients/portal/rules";
import { listSessionsAhead } from "@/lib/features/clients/portal/sessions/queries";
import { findPortalTerms } from "@/lib/features/settings/terms/queries";
import { listUpcomingRegistrations } from "@/lib/features/training/registrations/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { pageActor } from "@/lib/platform/access/page-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("nav.home") };
}

export default async function PortalHomePage() {
  // The bare address is what staff type, too.
  if ((await pageActor()).kind === "account") redirect(paths.staff.home);
  const actor = await admit("portal.view");
  const [{ own, clients }, { texts, agreements }, registrations, sessions, terms] = await Promise.all([
    findPortalView(actor),
    findPortalAgreements(actor),
    listUpcomingRegistrations(actor),
    listSessionsAhead(actor, { most: 10 }),
    findPortalTerms(),
  ]);
  const todos = todosOf({ clients, agreements: texts.length > 0 ? agreements : [], phone: own.phone });
  return <HomePanel firstName={own.firstName} {...{ todos, registrations, sessions, clients, terms }} />;
}
