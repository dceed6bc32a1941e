import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { TextField } from "@/components/ui/text-field";
import type { SessionDraft } from "@/lib/features/scheduling/sessions/drafting/schema";

type SessionWhereFieldsProps = {
  draft: Pick<SessionDraft, "location" | "room" | "meetingLink">;
  rooms: readonly string[];
  values: Record<string, string>;
};

/** Where people meet: somewhere, in a room of the center, or online. */
export function SessionWhereFields({ draft, rooms, values }: SessionWhereFieldsProps) {
  const t = useTranslations("sessions");
  return (
    <FieldGroup legend={t("where")}>
      <FieldRow>
        <TextField name="location" label={t("location")} defaultValue={draft.location} maxLength={200} />
        <TextField
          name="room"
          label={t("room")}
          help={t("roomHelp", values)}
          defaultValue={draft.room}
          maxLength={80}
          list="rooms"
          autoComplete="off"
        />
      </FieldRow>
      <datalist id="rooms">
        {rooms.map((room) => (
          <option key={room} value={room} />
        ))}
      </datalist>
      <TextField
        name="meetingLink"
        type="url"
        label={t("meetingLink")}
        help={t("meetingLinkHelp", values)}
        defaultValue={draft.meetingLink}
      />
    </FieldGroup>
  );
}
