import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { ContactRecord } from "@/lib/features/contacts/record/schema";
import { paths } from "@/lib/paths";

type ContactShellProps = { contact: ContactRecord; mayEdit: boolean; children: ReactNode };

/** The head that all pages of one contact share: who it is, what can be done, and the way between its pages. */
export function ContactShell({ contact, mayEdit, children }: ContactShellProps) {
  const t = useTranslations("contacts");
  const { id, name, doNotMail } = contact;
  const more: MenuEntry[] = [
    { id: "delete", label: t("record.delete"), href: paths.staff.deleteRecord("contact", id), tone: "danger" },
  ];
  const pages = [
    { href: paths.staff.contact(id), label: t("record.overview") },
    { href: paths.staff.contactDocuments(id), label: t("record.documents") },
    ...(mayEdit ? [{ href: paths.staff.fieldHistory({ kind: "contact", id }), label: t("record.history") }] : []),
  ];
  return (
    <>
      <PageHeader
        back={{ href: paths.staff.contacts, label: t("title") }}
        title={{ text: name, mark: <Avatar name={name} size="lg" /> }}
        status={doNotMail && <Badge tone="warning">{t("doNotMail")}</Badge>}
        actions={
          mayEdit && (
            <>
              <Menu label={t("record.more")} items={more} />
              <LinkButton variant="primary" href={paths.staff.editContact(id)}>
                {t("record.edit")}
              </LinkButton>
            </>
          )
        }
      />
      <Tabs label={t("record.tabs")} items={pages} />
      {children}
    </>
  );
}
