import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LockedNote } from "@/components/ui/locked-note";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { KeyItem } from "@/lib/features/api/keys/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { KeyTable } from "./key-table";

type KeyListProps = {
  keys: readonly KeyItem[];
  isOff: boolean;
  sample: string;
  edition: ReactNode;
  revoke: ServerAction;
  mayMake: boolean;
};

/** The keys of other programs, how they are used, and whether the edition has an API at all. */
export function KeyList({ keys, isOff, sample, edition, revoke, mayMake }: KeyListProps) {
  const t = useTranslations("api");
  const make = mayMake ? (
    <LinkButton href={paths.staff.admin.newApiKey} variant="primary" icon={<Plus aria-hidden />}>
      {t("make")}
    </LinkButton>
  ) : (
    <LockedNote>{t("makeRefused")}</LockedNote>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={keys.length > 0 && make} />
      {isOff && <Banner tone="warning">{t("edition.off")}</Banner>}
      <Card padded={false}>
        {keys.length > 0 ? (
          <KeyTable keys={keys} revoke={revoke} />
        ) : (
          <EmptyState kind="new" title={t("none")} body={t("noneBody")} action={make} />
        )}
      </Card>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        <Card title={t("use.title")}>
          <div className="grid gap-3">
            <p>{t("use.body")}</p>
            <code className="select-all break-all rounded-md border border-border bg-bg px-3 py-2 text-sm">
              {sample}
            </code>
            <p className="text-muted">{t("use.page")}</p>
            <TextLink href={paths.api.v1Document} external>
              {t("document")}
            </TextLink>
          </div>
        </Card>
        <Card title={t("edition.title")}>{edition}</Card>
      </div>
    </>
  );
}
