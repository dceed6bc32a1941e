import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import type { Leaving } from "@/lib/features/leaving/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { LeavingForm } from "./leaving-form";

type LeavingPageProps = { leaving: Leaving; terms: Record<string, string>; back: string; action: ServerAction };

/** One page for somebody who leaves. */
export function LeavingPage({ leaving, terms, back, action }: LeavingPageProps) {
  const t = useTranslations("leaving");
  const name = leaving.practitioner?.name ?? leaving.account?.name ?? "";
  const values = { ...terms, name };
  return (
    <>
      <PageHeader title={t("leaver", values)} back={{ href: back, label: name }} description={t("intro", values)} />
      {leaving.account?.own ? (
        <Banner tone="warning">{t("own")}</Banner>
      ) : (
        <LeavingForm leaving={leaving} values={values} back={back} action={action} />
      )}
    </>
  );
}
