import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { Deletable } from "@/lib/features/recycling/schema";
import { paths } from "@/lib/paths";

/** What keeps a record from being deleted, each with the way there, and what can be done instead. */
export function DeletionBlocks({ record }: { record: Deletable }) {
  const t = useTranslations("recycling");
  const { kind, id, sessions, payments, invoices, registrations, primaryOf } = record;
  return (
    <div className="grid max-w-2xl gap-4">
      <Card>
        <ul className="grid gap-4">
          {sessions > 0 && (
            <Block words={t("blocks.sessions", { count: sessions })}>
              <TextLink href={paths.staff.clientSessions(id)}>{t("show.sessions")}</TextLink>
            </Block>
          )}
          {payments > 0 && (
            <Block words={t("blocks.payments", { count: payments })}>
              <TextLink href={paths.staff.clientPayments(id)}>{t("show.payments")}</TextLink>
            </Block>
          )}
          {invoices > 0 && <Block words={t("blocks.invoices", { count: invoices })} />}
          {registrations > 0 && (
            <Block words={t("blocks.registrations", { count: registrations })}>
              <TextLink href={paths.staff.event(id)}>{t("show.registrations")}</TextLink>
            </Block>
          )}
          {primaryOf.length > 0 && (
            <Block words={t("blocks.primary")}>
              {primaryOf.map((client) => (
                <TextLink key={client.id} href={paths.staff.clientContacts(client.id)}>
                  {client.name}
                </TextLink>
              ))}
            </Block>
          )}
        </ul>
      </Card>
      {kind === "client" && (
        <Card title={t("insteadTitle")}>
          <p className="mb-3 text-muted">{t("insteadBody")}</p>
          <LinkButton href={paths.staff.clientStatus(id)}>{t("instead")}</LinkButton>
        </Card>
      )}
      {kind === "event" && (
        <Card title={t("cancelEventTitle")}>
          <p className="mb-3 text-muted">{t("cancelEventBody")}</p>
          <LinkButton href={paths.staff.event(id)}>{t("cancelEvent")}</LinkButton>
        </Card>
      )}
    </div>
  );
}

function Block({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span>{words}</span>
      {children}
    </li>
  );
}
