import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarLink } from "@/components/calendar/calendar-link";
import { PortalAccount } from "@/components/portal-logins/portal-account";
import { signOutEverywhereAction } from "@/lib/features/accounts/actions";
import { endPortalSignInAction } from "@/lib/features/accounts/sign-ins/actions";
import { signInItem } from "@/lib/features/accounts/sign-ins/copy";
import { listOwnSignIns } from "@/lib/features/accounts/sign-ins/queries";
import { makePortalCalendarLinkAction, revokePortalCalendarLinkAction } from "@/lib/features/calendar/links/actions";
import { findOwnLink } from "@/lib/features/calendar/links/queries";
import { changePortalPasswordAction } from "@/lib/features/portal-logins/passwords/actions";
import { findOwnLogin } from "@/lib/features/portal-logins/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";
import { formatDay } from "@/lib/values/format";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("account.title") };
}

export default async function PortalAccountPage() {
  const actor = await admit("portal.manage-account");
  const [login, signIns, link, { timeZone }, { locale }] = await Promise.all([
    findOwnLogin(actor),
    listOwnSignIns(actor),
    findOwnLink(actor),
    findSetting("organization"),
    pageWords(),
  ]);
  const context = { now: now(), zone: timeZone, locale };
  return (
    <PortalAccount
      name={actor.name}
      login={login}
      password={changePortalPasswordAction}
      signIns={signIns.map((signIn) => signInItem(signIn, context))}
      calendar={
        <CalendarLink
          made={link && formatDay(link.madeAt, context)}
          actions={{ make: makePortalCalendarLinkAction, revoke: revokePortalCalendarLinkAction }}
        />
      }
      signInActions={{ end: endPortalSignInAction, everywhere: signOutEverywhereAction }}
    />
  );
}
