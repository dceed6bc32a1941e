import { Mail, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { SessionRecord } from "@/lib/features/scheduling/sessions/record/schema";
import { paths } from "@/lib/paths";

type SessionPeopleCardProps = { session: SessionRecord; values: Record<string, string> };

/** Who delivers it, and how to reach them. */
export function SessionPeopleCard({ session, values }: SessionPeopleCardProps) {
  const t = useTranslations("sessions");
  return (
    <Card title={t("practitioners", values)}>
      <ul className="grid gap-4">
        {session.practitioners.map(({ id, name, email, phone }) => (
          <li key={id} className="flex items-start gap-3">
            <Avatar name={name} />
            <span className="grid min-w-0 gap-0.5 [overflow-wrap:anywhere]">
              <span className="flex min-h-6 items-center">
                <TextLink href={paths.staff.practitioner(id)}>{name}</TextLink>
              </span>
              {email && (
                <a href={`mailto:${email}`} className="flex min-h-6 items-center gap-1.5 text-muted text-sm">
                  <Mail aria-hidden className="size-3.5 shrink-0" />
                  {email}
                </a>
              )}
              {phone && (
                <a href={`tel:${phone}`} className="flex min-h-6 items-center gap-1.5 text-muted text-sm">
                  <Phone aria-hidden className="size-3.5 shrink-0" />
                  {phone}
                </a>
              )}
            </span>
          </li>
        ))}
        {session.practitioners.length === 0 && <li className="text-muted">—</li>}
      </ul>
    </Card>
  );
}
