import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import { paths } from "@/lib/paths";
import { ProspectStageChip } from "./prospect-stage-chip";

type ProspectShellProps = {
  prospect: ProspectRecord;
  values: Record<string, string>;
  can: { edit: boolean; convert: boolean };
  /** Further pages of the prospect, of other parts of the product. */
  tabs?: readonly { href: string; label: string; count?: number }[];
  children: ReactNode;
};

/** The head that all pages of one prospect share; once converted, the way leads to the client. */
export function ProspectShell({ prospect, values, can, tabs = [], children }: ProspectShellProps) {
  const t = useTranslations("prospects.record");
  const { id, conversion } = prospect;
  const items: MenuEntry[] = [
    { id: "edit", label: t("edit"), href: paths.staff.editProspect(id) },
    ...(conversion ? [{ id: "receipt", label: t("receipt"), href: paths.staff.conversion(id) }] : []),
    { id: "delete", label: t("delete"), href: paths.staff.deleteRecord("prospect", id), tone: "danger" },
  ];
  const toClient = conversion && (
    <LinkButton variant="primary" href={paths.staff.client(conversion.clientId)}>
      {t("toClient", { name: conversion.clientName, number: conversion.clientNumber })}
    </LinkButton>
  );
  const convert = can.convert && (
    <LinkButton variant="primary" href={paths.staff.convertProspect(id)}>
      {t("convert", values)}
    </LinkButton>
  );
  const pages = [
    { href: paths.staff.prospect(id), label: t("overview") },
    { href: paths.staff.prospectDocuments(id), label: t("documents") },
    ...tabs,
    ...(can.edit
      ? [
          { href: paths.staff.fieldHistory({ kind: "prospect", id }), label: t("history") },
          { href: paths.staff.editProspect(id), label: t("edit") },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        back={{ href: paths.staff.prospects, label: values.prospects ?? "" }}
        title={{ text: prospect.name, mark: <Avatar name={prospect.name} size="lg" square /> }}
        status={<ProspectStageChip name={prospect.stage.name} outcome={prospect.stage.outcome} />}
        facts={[prospect.department, prospect.center?.name, prospect.owner?.name ?? t("noOwner")].filter(Boolean)}
        actions={
          <>
            {toClient ?? convert}
            {can.edit && <Menu label={t("more")} items={items} />}
          </>
        }
      />
      <Tabs label={t("tabs")} items={pages} />
      {children}
    </>
  );
}
