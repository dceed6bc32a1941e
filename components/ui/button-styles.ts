import { tv, type VariantProps } from "tailwind-variants/lite";

/** One look for everything that is pressed, be it a button, a link or a menu's opener. */
export const buttonStyles = tv({
  base: "relative inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium no-underline transition-colors outline-offset-2 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0",
  variants: {
    variant: {
      primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover pressed:bg-accent-hover",
      secondary: "border-edge bg-surface text-text hover:bg-hover pressed:bg-hover",
      ghost: "border-transparent bg-transparent text-text hover:bg-hover pressed:bg-hover",
      danger: "border-transparent bg-danger text-on-danger hover:opacity-90 pressed:opacity-90",
    },
    size: {
      md: "min-h-(--control-h) px-3 text-base",
      sm: "min-h-(--control-sm) px-2 text-sm",
      icon: "size-(--control-h) p-0",
      "icon-sm": "size-(--control-sm) p-0",
    },
  },
  defaultVariants: { variant: "secondary", size: "md" },
});

export type ButtonLook = VariantProps<typeof buttonStyles>;
