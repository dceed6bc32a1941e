import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FutureSessionList } from "@/components/practitioners/future-session-list";
import { termValues } from "@/lib/features/clients/copy";
import { findPractitioner } from "@/lib/features/practitioners/queries";
import { futureSessionItem } from "@/lib/features/scheduling/future/copy";
import { listFutureSessions } from "@/lib/features/scheduling/future/queries";
import { futureSearch } from "@/lib/features/scheduling/future/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Future sessions" };

export default async function PractitionerSessionsPage({
  params,
  searchParams,
}: PageProps<"/staff/practitioners/[practitionerId]/sessions">) {
  const actor = await admit("practitioners.view");
  const { practitionerId } = await params;
  const { page } = futureSearch.parse(await searchParams);
  const practitioner = await findPractitioner(actor, practitionerId);
  if (!practitioner) notFound();
  const [sessions, terms] = await Promise.all([
    listFutureSessions(actor, { practitionerId, page }),
    findSetting("terminology"),
  ]);
  const items = sessions.rows.map((session) => futureSessionItem(session, { locale: "en" }));
  const values = { ...termValues(terms), name: practitioner.name };
  return <FutureSessionList practitionerId={practitioner.id} sessions={{ ...sessions, items }} values={values} />;
}
