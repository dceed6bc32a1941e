import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { pickColourAction } from "@/lib/features/clients/colours/actions";
import { termValues } from "@/lib/features/clients/copy";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import { ColourForm } from "./colour-form";
import { StaffNotesForm } from "./staff-notes-form";

type AdditionalInformationCardProps = { client: ClientRecord; note: StaffNote; terms: Terminology };

/** What staff note among themselves about a client, and its colour in one's own calendar. */
export function AdditionalInformationCard({ client, note, terms }: AdditionalInformationCardProps) {
  const t = useTranslations("clients.notes");
  const { id, colour } = client;
  return (
    <Card title={t("title")}>
      <StaffNotesForm
        note={note}
        subject={{ kind: "client", id }}
        help={t("help", termValues(terms))}
        action={editNoteAction}
      />
      <div className="mt-4 border-border border-t pt-4">
        <ColourForm clientId={id} colour={colour} action={pickColourAction} />
      </div>
    </Card>
  );
}
