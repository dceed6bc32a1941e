import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LeavingPage } from "@/components/leaving/leaving-page";
import { termValues } from "@/lib/features/clients/copy";
import { letGoAction } from "@/lib/features/leaving/actions";
import { findLeaving } from "@/lib/features/leaving/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leaving"))("title") };
}

export default async function LeaveAccountPage({ params }: PageProps<"/staff/admin/accounts/[accountId]/leave">) {
  const actor = await admit("accounts.let-go");
  const { accountId } = await params;
  const [leaving, terms] = await Promise.all([
    findLeaving(actor, { practitionerId: null, accountId }),
    findSetting("terminology"),
  ]);
  if (!leaving) notFound();
  const back = paths.staff.admin.account(accountId);
  return <LeavingPage leaving={leaving} terms={termValues(terms)} back={back} action={letGoAction} />;
}
