import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailingTable } from "@/components/mailings/mailing-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { momentWords } from "@/lib/features/mailings/copy";
import { listMailings } from "@/lib/features/mailings/queries";
import { mailingSearch } from "@/lib/features/mailings/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { findLetterWords } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Mailings" };

export default async function MailingsPage({ searchParams }: PageProps<"/staff/mailings">) {
  const actor = await admit("mailings.view");
  const { page } = mailingSearch.parse(await searchParams);
  const [found, { timeZone }, words, t] = await Promise.all([
    listMailings(actor, { page }),
    findSetting("organization"),
    findLetterWords(),
    getTranslations("mailings"),
  ]);
  const times = { now: now(), zone: timeZone };
  const address = (cursor: string | null) => cursor && `${paths.staff.mailings}?page=${cursor}`;
  const choose = <LinkButton href={paths.staff.openClients}>{t("list.choose", words)}</LinkButton>;
  return (
    <>
      <PageHeader title={t("title")} description={t("list.description", words)} actions={choose} />
      <Card padded={false}>
        {found.rows.length === 0 ? (
          <EmptyState kind="new" title={t("list.emptyTitle")} body={t("list.emptyBody", words)} action={choose} />
        ) : (
          <MailingTable
            mailings={found.rows.map((row) => ({ ...row, when: momentWords(row.sentAt ?? row.createdAt, times) }))}
          />
        )}
        <Pager previousHref={address(found.previous)} nextHref={address(found.next)} />
      </Card>
    </>
  );
}
