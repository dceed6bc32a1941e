import { tv } from "tailwind-variants/lite";

/** The frame of everything that opens beside its control. */
export const popoverStyles =
  "max-h-80 min-w-(--trigger-width) max-w-[min(24rem,calc(100vw-1rem))] overflow-auto rounded-lg border border-border bg-raised p-1 shadow-raised transition-opacity entering:opacity-0 exiting:opacity-0";

/** One line in a menu or a list of options. */
export const optionStyles = tv({
  base: "relative flex min-h-(--control-sm) cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 no-underline outline-none focus:bg-hover disabled:cursor-not-allowed disabled:text-muted selected:font-medium forced-colors:focus:outline-2 [&_svg]:size-4 [&_svg]:shrink-0",
  variants: { tone: { normal: "text-text [&_svg]:text-muted", danger: "text-danger" } },
  defaultVariants: { tone: "normal" },
});
