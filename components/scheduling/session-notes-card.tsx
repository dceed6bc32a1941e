import { Eye, Lock, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { SessionRecord } from "@/lib/features/scheduling/sessions/record/schema";

type SessionNotesCardProps = { session: SessionRecord; values: Record<string, string> };

function Note({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <div>
      <h3 className="flex items-center gap-1.5 text-muted text-sm [&>svg]:size-3.5">
        {icon}
        {title}
      </h3>
      <p className="mt-1 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
    </div>
  );
}

/** What was noted, each under the words of who reads it. */
export function SessionNotesCard({ session, values }: SessionNotesCardProps) {
  const t = useTranslations("sessions");
  const { notes, sharedNotes, staffNotes } = session;
  if (!notes && !sharedNotes && !staffNotes) return null;
  return (
    <Card title={t("notes")}>
      <div className="grid gap-5">
        {notes && <Note icon={<Users aria-hidden />} title={t("teamNotes", values)} text={notes} />}
        {sharedNotes && <Note icon={<Eye aria-hidden />} title={t("sharedNotes", values)} text={sharedNotes} />}
        {staffNotes && <Note icon={<Lock aria-hidden />} title={t("staffNotes")} text={staffNotes} />}
      </div>
    </Card>
  );
}
