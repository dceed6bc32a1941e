import type { ReactNode } from "react";
import { tv, type VariantProps } from "tailwind-variants/lite";

const look = tv({
  base: "inline-flex max-w-full items-center align-middle gap-1 whitespace-nowrap rounded-md px-1.5 py-0.5 font-medium text-xs forced-colors:border [&_svg]:size-3.5 [&_svg]:shrink-0",
  variants: {
    tone: {
      neutral: "bg-hover text-muted",
      accent: "bg-accent-soft text-accent",
      success: "bg-success-soft text-success",
      warning: "bg-warning-soft text-warning",
      danger: "bg-danger-soft text-danger",
    },
  },
});

export type Tone = NonNullable<VariantProps<typeof look>["tone"]>;

// Lists show hundreds of them.
const LOOKS: Record<Tone, string> = {
  neutral: look({ tone: "neutral" }),
  accent: look({ tone: "accent" }),
  success: look({ tone: "success" }),
  warning: look({ tone: "warning" }),
  danger: look({ tone: "danger" }),
};

/** A small word beside something. Its colour repeats what the word says. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={LOOKS[tone]}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
