import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
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
  const t = useTranslations("centers");
  const words = useTranslations("practitioners.centers");
  const facts = [[center.city, center.state].filter(Boolean).join(", "), center.timeZone.replaceAll("_", " ")];
  const team = t("practitioners", { ...values, count: center.practitionerCount });
  return (
    <>
      <PageHeader
        title={center.name}
        back={{ href: paths.staff.admin.centers, label: values.centers ?? "" }}
        status={center.archived ? <Badge>{words("archived")}</Badge> : undefined}
        facts={[
          ...facts.filter(Boolean),
          <TextLink key="team" href={paths.staff.practitionersOf(center.id)}>
            {team}
          </TextLink>,
        ]}
      />
      <Tabs
        label={t("parts.label", values)}
        current={paths.staff.admin.centerPart(center.id, part)}
        items={CENTER_PARTS.map((one) => ({
          href: paths.staff.admin.centerPart(center.id, one),
          label: t(`parts.${one}`),
        }))}
      />
      {children}
    </>
  );
}
