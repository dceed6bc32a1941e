import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnAccount } from "@/components/accounts/own-account";
import { signOutEverywhereAction } from "@/lib/features/accounts/actions";
import { changePasswordAction } from "@/lib/features/accounts/passwords/actions";
import {
  beginSecondFactorAction,
  enrolSecondFactorAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
} from "@/lib/features/accounts/second-factor/actions";
import { findSecondFactor } from "@/lib/features/accounts/second-factor/queries";
import { endOwnSignInAction } from "@/lib/features/accounts/sign-ins/actions";
import { signInItem } from "@/lib/features/accounts/sign-ins/copy";
import { listOwnSignIns } from "@/lib/features/accounts/sign-ins/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("own.title") };
}

export default async function OwnAccountPage() {
  const actor = await admit("own-account.manage");
  const [signIns, secondFactor, { timeZone }] = await Promise.all([
    listOwnSignIns(actor),
    findSecondFactor(actor),
    findSetting("organization"),
  ]);
  const context = { now: now(), zone: timeZone, locale: "en" } as const;
  return (
    <OwnAccount
      person={{ name: actor.name, email: actor.email }}
      password={changePasswordAction}
      secondFactor={secondFactor}
      secondFactorActions={{
        begin: beginSecondFactorAction,
        enrol: enrolSecondFactorAction,
        renew: renewRecoveryCodesAction,
        remove: removeSecondFactorAction,
      }}
      signIns={signIns.map((signIn) => signInItem(signIn, context))}
      signInActions={{ end: endOwnSignInAction, everywhere: signOutEverywhereAction }}
    />
  );
}
