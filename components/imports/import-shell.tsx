import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OperationStatusChip } from "@/components/operations/operation-status-chip";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import type { OperationView } from "@/lib/platform/operation/queries";

type ImportShellProps = {
  fileName: string;
  status: OperationView["status"];
  facts: string[];
  actions?: ReactNode;
  children: ReactNode;
};

/** The head of every page about one import. */
export function ImportShell({ fileName, status, facts, actions, children }: ImportShellProps) {
  const t = useTranslations("imports");
  return (
    <>
      <PageHeader
        title={fileName}
        status={<OperationStatusChip status={status} />}
        facts={facts}
        back={{ href: paths.staff.admin.import, label: t("title") }}
        actions={actions}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-y-4">{children}</div>
    </>
  );
}
