import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { ClientLogin } from "@/lib/features/portal-logins/clients/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatDateTime } from "@/lib/values/format";

type ClientLoginsCardProps = {
  client: Pick<ClientRecord, "id" | "name" | "status" | "center">;
  logins: readonly ClientLogin[];
  /** Whether those who act for a client may change its details. */
  ownersMayEdit: boolean;
  /** The organization's words. */
  values: Record<string, string>;
  /** Shows the portal as a contact sees it; null for who may not. */
  look: ServerAction | null;
};

function stateOf({ allowed, hasLogin, hasPassword, temporary }: ClientLogin) {
  if (!allowed) return "removed";
  if (!hasLogin) return "noLogin";
  if (temporary) return "temporary";
  return hasPassword ? "ready" : "noPassword";
}

/** How a client's contacts get into the portal, and what each of them sees there. */
export function ClientLoginsCard({ client, logins, ownersMayEdit, values, look }: ClientLoginsCardProps) {
  const t = useTranslations("clients.portalTab");
  const isClosed = client.status.standing !== "ACTIVE";
  const seen = (login: ClientLogin) => {
    if (isClosed || !login.allowed) return t("nothing");
    if (!login.isValid) return t("expired");
    if (!login.isPrimary && !login.isOwner && !login.isGuardian) return t("belongs");
    return t(ownersMayEdit ? "actsAndEdits" : "acts", values);
  };
  const format = { locale: "en", zone: client.center.timeZone } as const;
  const columns: Column<ClientLogin>[] = [
    { key: "contact", header: t("contact"), primary: true, cell: (row) => row.name },
    {
      key: "username",
      header: t("username"),
      cell: (row) => (
        <span className="block sm:max-w-64 sm:truncate" title={row.signsInWith ?? undefined}>
          {row.signsInWith ?? "—"}
        </span>
      ),
    },
    { key: "state", header: t("state"), cell: (row) => t(stateOf(row)) },
    {
      key: "lastSignIn",
      header: t("lastSignIn"),
      cell: (row) => (row.lastSignInAt ? formatDateTime(row.lastSignInAt, format) : t("never")),
    },
    { key: "sees", header: t("sees"), cell: seen },
    ...(look
      ? [
          {
            key: "look",
            header: t("look"),
            cell: (row: ClientLogin) =>
              !isClosed && row.allowed && row.isValid ? (
                <Form action={look} className="contents">
                  <input type="hidden" name="contactId" value={row.contactId} />
                  <input type="hidden" name="clientId" value={client.id} />
                  <SubmitButton size="sm" variant="secondary" aria-label={t("lookAs", { name: row.name })}>
                    {t("look")}
                  </SubmitButton>
                </Form>
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <div className="grid gap-4">
      {isClosed && <Banner tone="warning">{t("closed", { status: client.status.name })}</Banner>}
      <Card title={t("title")} padded={false}>
        <p className="px-4 pt-3 text-muted">{t("body", values)}</p>
        {logins.length === 0 ? (
          <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
        ) : (
          <DataTable
            caption={t("caption", { name: client.name })}
            columns={columns}
            rows={logins}
            rowKey={(row) => row.contactId}
            rowHref={(row) => paths.staff.contact(row.contactId)}
          />
        )}
      </Card>
    </div>
  );
}
