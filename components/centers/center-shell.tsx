import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { CENTER_PARTS, type CenterPart, type CenterRecord } from "@/lib/features/centers/schema";
import { paths } from "@/lib/paths";

type CenterShellProps = {
  center: CenterRecord;
  part: CenterPart;
  values: Record<string, string>;
  children: ReactNode;
};

/** A center with its parts side by side. */
export function CenterShell({ center, part, values, children }: CenterShellProps) {
  const t = useTranslations("centers.parts");
  const words = useTranslations("practitioners.centers");
  const facts = [[center.city, center.state].filter(Boolean).join(", "), center.timeZone.replaceAll("_", " ")];
  return (
    <>
      <PageHeader
        title={center.name}
        back={{ href: paths.staff.admin.centers, label: values.centers ?? "" }}
        status={center.archived ? <Badge>{words("archived")}</Badge> : undefined}
        facts={facts.filter(Boolean)}
      />
      <Tabs
        label={t("label", values)}
        current={paths.staff.admin.centerPart(center.id, part)}
        items={CENTER_PARTS.map((one) => ({ href: paths.staff.admin.centerPart(center.id, one), label: t(one) }))}
      />
      {children}
    </>
  );
}
