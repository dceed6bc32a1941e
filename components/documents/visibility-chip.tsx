import { Lock, User, Users, Waypoints } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { DocumentItem } from "@/lib/features/documents/copy";

const LOOKS = {
  STAFF: { tone: "neutral", icon: <Lock aria-hidden /> },
  PRACTITIONER: { tone: "accent", icon: <Waypoints aria-hidden /> },
  CLIENT: { tone: "success", icon: <Users aria-hidden /> },
  CONTACT: { tone: "success", icon: <User aria-hidden /> },
} as const;

/** Who besides staff sees a document; a single person by name. */
export function VisibilityChip({ visibility, contact }: Pick<DocumentItem, "visibility" | "contact">) {
  const t = useTranslations("documents.visibility");
  const { tone, icon } = LOOKS[visibility];
  return (
    <Badge tone={tone} icon={icon}>
      {visibility === "CONTACT" && contact ? contact.name : t(visibility)}
    </Badge>
  );
}
