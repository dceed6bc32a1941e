import { Circle, CircleAlert, CircleCheck, CircleDashed, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type Tone } from "./badge";

const MARKS: Record<Tone, ReactNode> = {
  neutral: <Circle aria-hidden />,
  accent: <CircleDashed aria-hidden />,
  success: <CircleCheck aria-hidden />,
  warning: <CircleAlert aria-hidden />,
  danger: <CircleX aria-hidden />,
};

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
    <Badge tone={tone} icon={icon ?? MARKS[tone]}>
      {children}
    </Badge>
  );
}
