import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnsubscribeCard } from "@/components/mailings/unsubscribe-card";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { subscribeAgainAction, unsubscribeAction } from "@/lib/features/mailings/unsubscribes/actions";
import { findUnsubscribePage } from "@/lib/features/mailings/unsubscribes/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { maskEmail } from "@/lib/values/email-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unsubscribe");
  return { title: t("unsubscribe"), referrer: "no-referrer", robots: { index: false } };
}

export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[token]">) {
  await admit("public.unsubscribe");
  const { token } = await params;
  const [found, { name }, t] = await Promise.all([
    findUnsubscribePage(token),
    findSetting("organization"),
    getTranslations("unsubscribe"),
  ]);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t("title", { organization: name })} />
      {found?.kind === "link" ? (
        <UnsubscribeCard
          link={token}
          email={maskEmail(found.email)}
          unsubscribed={found.unsubscribed}
          actions={{ unsubscribe: unsubscribeAction, subscribeAgain: subscribeAgainAction }}
        />
      ) : (
        <Card>
          <EmptyState
            kind="filtered"
            title={t(found ? "example" : "unknownTitle")}
            body={t(found ? "exampleBody" : "unknownBody")}
          />
        </Card>
      )}
    </div>
  );
}
