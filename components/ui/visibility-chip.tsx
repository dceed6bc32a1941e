import { Lock, User, Users, Waypoints } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "./badge";

const LOOKS = {
  STAFF: { tone: "neutral", icon: <Lock aria-hidden /> },
  PRACTITIONER: { tone: "accent", icon: <Waypoints aria-hidden /> },
  CLIENT: { tone: "success", icon: <Users aria-hidden /> },
  CONTACT: { tone: "success", icon: <User aria-hidden /> },
} as const;

type VisibilityChipProps = {
  /** How far it is seen: by staff alone, by practitioners too, by the client, by one of its contacts. */
  to: keyof typeof LOOKS;
  /** The same in words. */
  children: ReactNode;
};

/** Who besides staff sees a note, a message or a file; the same mark wherever one is listed. */
export function VisibilityChip({ to, children }: VisibilityChipProps) {
  const { tone, icon } = LOOKS[to];
  return (
    <Badge tone={tone} icon={icon}>
      {children}
    </Badge>
  );
}
