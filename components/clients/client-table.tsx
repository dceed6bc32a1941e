"use client";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientRow } from "@/lib/features/clients/queries";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { ClientKindBadge } from "./client-kind-badge";
import { ClientStatusChip } from "./client-status-chip";

type ClientSortLinks = Record<"name" | "number", { href: string; direction: "asc" | "desc" | null }>;

/** A row with its dates in words, so that the browser needs no calendar. */
export type ClientLine = Omit<ClientRow, "lastSessionAt" | "agreementOn"> & {
  lastSession: string | null;
  agreement: string | null;
};

type ClientTableProps = {
  rows: readonly ClientLine[];
  terms: Terminology;
  sort: ClientSortLinks;
  selectable: boolean;
};

/**
 * The clients of one page, a row each. It runs in the browser too: a row of words is a fraction of a row of markup, which
 * the server would have to write twice.
 */
export function ClientTable({ rows, terms, sort, selectable }: ClientTableProps) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  const noAgreement = t("noAgreement");
  const columns: Column<ClientLine>[] = [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      sort: sort.name,
      cell: (row) => row.name,
    },
    { key: "number", header: t("columns.number"), sort: sort.number, cell: (row) => row.number },
    {
      key: "status",
      header: t("columns.status"),
      cell: (row) =>
        row.kind === "CLIENT" ? (
          <ClientStatusChip name={row.status} standing={row.standing} />
        ) : (
          <span className="flex flex-wrap items-center justify-end gap-1 sm:flex-col sm:items-start">
            <ClientStatusChip name={row.status} standing={row.standing} />
            <ClientKindBadge of={row} terms={terms} short />
          </span>
        ),
    },
    {
      key: "center",
      header: t("columns.center", values),
      narrow: true,
      cell: (row) => row.center,
    },
    {
      key: "practitioner",
      header: t("columns.practitioner", values),
      cell: (row) =>
        row.practitioner && !row.practitionerActive ? (
          <span className="inline-flex flex-wrap items-center gap-x-1.5 sm:flex-col sm:items-start">
            {row.practitioner} <Badge tone="warning">{t("inactivePractitioner")}</Badge>
          </span>
        ) : (
          (row.practitioner ?? "—")
        ),
    },
    {
      key: "contact",
      header: t("columns.contact"),
      cell: ({ primaryContact: contact }) =>
        contact ? (
          <span className="two-lines">
            {contact.name}
            {contact.email && <small>{contact.email}</small>}
          </span>
        ) : (
          "—"
        ),
    },
    {
      key: "lastSession",
      header: t("columns.lastSession", values),
      align: "end",
      cell: (row) => row.lastSession ?? "—",
    },
    {
      key: "agreement",
      header: t("columns.agreement"),
      align: "end",
      cell: (row) => row.agreement ?? noAgreement,
    },
  ];
  return (
    <DataTable
      caption={t("caption", values)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.staff.client(row.id)}
      selectable={selectable}
    />
  );
}
