import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmEmailPanel } from "@/components/portal/confirm-email-panel";
import { confirmEmailChangeAction } from "@/lib/features/portal-logins/email-changes/actions";
import { findEmailChange } from "@/lib/features/portal-logins/email-changes/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("email.confirmTitle") };
}

export default async function ConfirmEmailPage({ params }: PageProps<"/my-information/email/[token]">) {
  const actor = await admit("portal.edit-own-details");
  const { token } = await params;
  const change = await findEmailChange(actor, { token });
  return <ConfirmEmailPanel email={change?.email ?? null} token={token} action={confirmEmailChangeAction} />;
}
