import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountRecord } from "@/components/accounts/account-record";
import * as team from "@/lib/features/accounts/team/actions";
import { accountItem, madeAt } from "@/lib/features/accounts/team/copy";
import { findAccount } from "@/lib/features/accounts/team/queries";
import { termValues } from "@/lib/features/clients/copy";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import { findNote } from "@/lib/features/clients/notes/queries";
import { reactivatePractitionerAction } from "@/lib/features/practitioners/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { isId } from "@/lib/values/id";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

export default async function AccountPage({ params }: PageProps<"/staff/admin/accounts/[accountId]">) {
  const actor = await admit("accounts.manage");
  const { accountId } = await params;
  const account = isId(accountId) ? await findAccount(actor, accountId) : null;
  if (!account) notFound();
  const [{ timeZone }, note, terms] = await Promise.all([
    findSetting("organization"),
    findNote(actor, { subjectKind: "account", subjectId: accountId }),
    findSetting("terminology"),
  ]);
  const context = { now: now(), zone: timeZone, locale: "en" } as const;
  return (
    <AccountRecord
      account={accountItem(account, context)}
      values={termValues(terms)}
      notes={note && { note, help: termValues(terms) }}
      created={madeAt(account.createdAt, context)}
      actions={{
        welcome: team.sendAccountWelcomeAction,
        inactivate: team.inactivateAccountAction,
        reactivate: team.reactivateAccountAction,
        reset: team.resetSecondFactorAction,
        endSignIns: team.endSignInsOfAction,
        reactivatePractitioner: reactivatePractitionerAction,
        note: editNoteAction,
      }}
    />
  );
}
