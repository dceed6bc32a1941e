import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { OwnPractitioner } from "@/lib/features/practitioners/portal/schema";
import { OwnPractitionerCard } from "./own-practitioner-card";

type PractitionersPanelProps = { title: string; practitioners: readonly OwnPractitioner[]; severalClients: boolean };

/** Who works with the clients of a contact, and how to reach them. */
export function PractitionersPanel({ title, practitioners, severalClients }: PractitionersPanelProps) {
  const t = useTranslations("portal.practitioners");
  return (
    <>
      <PageHeader title={title} description={practitioners.length > 0 ? t("body") : undefined} />
      {practitioners.length === 0 ? (
        <EmptyState title={t("noneTitle")} body={t("noneBody")} />
      ) : (
        <ul aria-label={title} className="grid gap-3">
          {practitioners.map((practitioner) => (
            <li key={practitioner.id}>
              <OwnPractitionerCard practitioner={practitioner} severalClients={severalClients} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
