import type { ReactNode } from "react";
import { Badge, type Tone } from "./badge";

/** A status in words, shape and colour, so that it can be told without colours. */
export function StatusChip({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Badge tone={tone} icon={icon} marked={!icon}>
      {children}
    </Badge>
  );
}
