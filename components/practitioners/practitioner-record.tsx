import { useTranslations } from "next-intl";
import { StaffNotesForm } from "@/components/clients/staff-notes-form";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import { clientsOfPractitioner } from "@/lib/features/clients/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { missingDetails } from "@/lib/features/practitioners/rules";
import type { PractitionerRecord } from "@/lib/features/practitioners/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";
import { CompletenessBadge } from "./completeness-badge";

type PractitionerRecordProps = {
  practitioner: PractitionerRecord;
  values: Record<string, string>;
  note: StaffNote | null;
  mayEdit: boolean;
  editNote: ServerAction;
};

/** A practitioner: how to reach them, their clients, and whether letters can name them in full. */
export function PractitionerRecordView({ practitioner, values, note, mayEdit, editNote }: PractitionerRecordProps) {
  const t = useTranslations("practitioners");
  const notes = useTranslations("clients.notes");
  const { id, name, email, phone, status, clientCount } = practitioner;
  const clients = `${paths.staff.clients}?filter=${encodeFilter(clientsOfPractitioner(id))}`;
  const items = [
    { term: t("columns.email"), value: email && <TextLink href={`mailto:${email}`}>{email}</TextLink> },
    { term: t("columns.phone"), value: phone && <TextLink href={`tel:${phone}`}>{displayPhone(phone)}</TextLink> },
    { term: t("record.title"), value: practitioner.title },
    { term: t("columns.center", values), value: practitioner.center },
    ...(mayEdit ? [{ term: t("record.account"), value: practitioner.accountEmail ?? t("record.noAccount") }] : []),
    {
      term: t("record.clients", values),
      value: <TextLink href={clients}>{t("record.clientsLink", { ...values, count: clientCount })}</TextLink>,
    },
  ];
  const aside = note && (
    <Card title={notes("title")}>
      <StaffNotesForm
        note={note}
        subject={{ kind: "practitioner", id }}
        help={notes("help", values)}
        action={editNote}
      />
    </Card>
  );
  return (
    <>
      <PageHeader
        back={{ href: paths.staff.practitioners, label: values.practitioners ?? "" }}
        title={{ text: name, mark: <Avatar name={name} size="lg" /> }}
        status={<StatusChip tone={status === "ACTIVE" ? "success" : "neutral"}>{t(`statuses.${status}`)}</StatusChip>}
        actions={
          mayEdit && (
            <LinkButton variant="primary" href={paths.staff.editPractitioner(id)}>
              {t("record.edit")}
            </LinkButton>
          )
        }
      />
      <RecordLayout aside={aside}>
        <Card title={t("record.facts")} actions={<CompletenessBadge missing={missingDetails(practitioner)} />}>
          <DefinitionList items={items} />
        </Card>
      </RecordLayout>
    </>
  );
}
