import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { RowProblem } from "@/lib/features/imports/schema";
import { paths } from "@/lib/paths";
import { ImportProblemsCard } from "./import-problems-card";
import { ImportShell } from "./import-shell";

type ImportUnreadableProps = { fileName: string; problems: readonly RowProblem[]; count: number };

/** A file that could not be read: where and why, and the way to another one. */
export function ImportUnreadable({ fileName, problems, count }: ImportUnreadableProps) {
  const t = useTranslations("imports");
  return (
    <ImportShell fileName={fileName} status="FAILED" facts={[]}>
      <Banner
        tone="danger"
        title={t("unreadable.title")}
        action={<LinkButton href={paths.staff.admin.import}>{t("unreadable.another")}</LinkButton>}
      >
        {t("unreadable.body")}
      </Banner>
      <ImportProblemsCard title={t("problemsFound")} problems={problems} count={count} />
    </ImportShell>
  );
}
