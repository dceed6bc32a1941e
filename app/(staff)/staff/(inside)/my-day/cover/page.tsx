import type { Metadata } from "next";
import { CoverRequests } from "@/components/my-day/cover-requests";
import { termValues } from "@/lib/features/clients/copy";
import { declineCoverAction, takeCoverAction } from "@/lib/features/scheduling/cover/requests/actions";
import { listOwnCoverRequests } from "@/lib/features/scheduling/cover/requests/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Cover requests" };

export default async function CoverRequestsPage() {
  const actor = await admit("sessions.record");
  const [requests, terms] = await Promise.all([listOwnCoverRequests(actor), findSetting("terminology")]);
  const actions = { take: takeCoverAction, decline: declineCoverAction };
  return <CoverRequests requests={requests} values={termValues(terms)} actions={actions} />;
}
