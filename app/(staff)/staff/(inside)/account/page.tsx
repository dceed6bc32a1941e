import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnAccount } from "@/components/accounts/own-account";
import { OwnRights } from "@/components/accounts/own-rights";
import { OwnCalendar } from "@/components/calendar/own-calendar";
import { signOutEverywhereAction } from "@/lib/features/accounts/actions";
import { changePasswordAction } from "@/lib/features/accounts/passwords/actions";
import { findOwnRights } from "@/lib/features/accounts/rights/queries";
import { findSecondFactor } from "@/lib/features/accounts/second-factor/queries";
import { endOwnSignInAction } from "@/lib/features/accounts/sign-ins/actions";
import { signInItem } from "@/lib/features/accounts/sign-ins/copy";
import { listOwnSignIns } from "@/lib/features/accounts/sign-ins/queries";
import { findOwnLink } from "@/lib/features/calendar/links/queries";
import { takesCalendarOut } from "@/lib/features/calendar/scope";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { rightsOfActor } from "@/lib/platform/access/actor";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("own.title") };
}

export default async function OwnAccountPage() {
  const actor = await admit("own-account.manage");
  const [signIns, secondFactor, from, link, { timeZone }, terms] = await Promise.all([
    listOwnSignIns(actor),
    findSecondFactor(actor),
    findOwnRights(actor),
    findOwnLink(actor),
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  const context = { now: now(), zone: timeZone, locale: "en" } as const;
  return (
    <OwnAccount
      person={{ name: actor.name, email: actor.email }}
      password={changePasswordAction}
      secondFactor={secondFactor}
      signIns={signIns.map((signIn) => signInItem(signIn, context))}
      calendar={actor.practitionerId && <OwnCalendar link={link} zone={timeZone} works={takesCalendarOut(actor)} />}
      rights={<OwnRights role={actor.role} rights={rightsOfActor(actor)} from={from} values={termValues(terms)} />}
      signInActions={{ end: endOwnSignInAction, everywhere: signOutEverywhereAction }}
    />
  );
}
