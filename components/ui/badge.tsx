import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

type BadgeProps = {
  tone?: Tone;
  icon?: ReactNode;
  /** Sets the mark of the tone before the word, so that it can be told without colours. */
  marked?: boolean;
  children: ReactNode;
};

/** A small word beside something. Its colour repeats what the word says. */
export function Badge({ tone = "neutral", icon, marked, children }: BadgeProps) {
  return (
    <span className="chip" data-tone={tone} data-mark={marked}>
      {icon}
      {children}
    </span>
  );
}
