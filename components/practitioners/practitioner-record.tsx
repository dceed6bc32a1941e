import { useTranslations } from "next-intl";
import { StaffNotesForm } from "@/components/clients/staff-notes-form";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import { missingDetails } from "@/lib/features/practitioners/rules";
import type { PractitionerRecord, RelatedCounts } from "@/lib/features/practitioners/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatList } from "@/lib/values/format";
import { displayPhone } from "@/lib/values/phone";
import { CompletenessBadge } from "./completeness-badge";
import { PractitionerPhoto } from "./practitioner-photo";
import { RelatedCard } from "./related-card";

const nameOf = ({ name }: { name: string }) => name;

type PractitionerRecordProps = {
  practitioner: PractitionerRecord;
  values: Record<string, string>;
  note: StaffNote | null;
  related: RelatedCounts;
  may: { edit: boolean; letGo: boolean; openAccount: boolean };
  editNote: ServerAction;
};

/** A practitioner: how to reach them, their clients, and whether letters can name them in full. */
export function PractitionerRecordView({
  practitioner,
  values,
  note,
  related,
  may,
  editNote,
}: PractitionerRecordProps) {
  const t = useTranslations("practitioners");
  const notes = useTranslations("clients.notes");
  const { id, name, email, phone, status } = practitioner;
  const items = [
    { term: t("columns.email"), value: email && <TextLink href={`mailto:${email}`}>{email}</TextLink> },
    { term: t("columns.phone"), value: phone && <TextLink href={`tel:${phone}`}>{displayPhone(phone)}</TextLink> },
    { term: t("record.title"), value: practitioner.title },
    { term: t("columns.center", values), value: practitioner.center },
    {
      term: t("record.services"),
      value: formatList(practitioner.services.map(nameOf), "en"),
    },
    { term: t("record.skills"), value: formatList(practitioner.skills, "en") },
    { term: t("record.languages"), value: formatList(practitioner.languages.map(nameOf), "en") },
    ...(may.edit ? [{ term: t("record.account"), value: practitioner.accountEmail ?? t("record.noAccount") }] : []),
  ];
  const aside = (
    <>
      <RelatedCard practitioner={practitioner} related={related} values={values} />
      {note && (
        <Card title={notes("title")}>
          <StaffNotesForm
            note={note}
            subject={{ kind: "practitioner", id }}
            help={notes("help", values)}
            action={editNote}
          />
        </Card>
      )}
    </>
  );
  return (
    <>
      <PageHeader
        back={{ href: paths.staff.practitioners, label: values.practitioners ?? "" }}
        title={{ text: name, mark: <PractitionerPhoto practitioner={practitioner} /> }}
        status={<StatusChip tone={status === "ACTIVE" ? "success" : "neutral"}>{t(`statuses.${status}`)}</StatusChip>}
        actions={
          <>
            <LinkButton href={paths.staff.practitionerAvailability(id)}>{t("record.availability")}</LinkButton>
            {may.letGo && status === "ACTIVE" && (
              <LinkButton href={paths.staff.leavePractitioner(id)}>{t("record.leave")}</LinkButton>
            )}
            {may.edit && (
              <LinkButton variant="primary" href={paths.staff.editPractitioner(id)}>
                {t("record.edit")}
              </LinkButton>
            )}
          </>
        }
      />
      {may.edit && status === "INACTIVE" && practitioner.accountActive && practitioner.accountId && (
        <Banner
          tone="warning"
          action={
            may.openAccount && (
              <LinkButton size="sm" href={paths.staff.admin.account(practitioner.accountId)}>
                {t("record.openAccount")}
              </LinkButton>
            )
          }
        >
          {t("record.accountActive", { ...values, name })}
        </Banner>
      )}
      <RecordLayout aside={aside}>
        <Card title={t("record.facts")} actions={<CompletenessBadge missing={missingDetails(practitioner)} />}>
          <DefinitionList items={items} />
        </Card>
      </RecordLayout>
    </>
  );
}
