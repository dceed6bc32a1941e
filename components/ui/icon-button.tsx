"use client";
import { lazy, type ReactNode, Suspense } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonLook, buttonStyles } from "./button-styles";
import { useTooltip } from "./use-tooltip";

const TooltipBubble = lazy(async () => ({ default: (await import("./tooltip-bubble")).TooltipBubble }));

type IconButtonProps = Omit<AriaButtonProps, "children" | "className"> & {
  label: string;
  icon: ReactNode;
  variant?: ButtonLook["variant"];
  small?: boolean;
};

/** A button with a picture only; its name shows on hover and on focus. */
export function IconButton({ label, icon, variant = "ghost", small, ...rest }: IconButtonProps) {
  const { shown, button, bubble } = useTooltip();
  return (
    <>
      <AriaButton
        {...button}
        {...rest}
        aria-label={label}
        className={buttonStyles({ variant, size: small ? "icon-sm" : "icon", className: "text-muted hover:text-text" })}
      >
        {icon}
      </AriaButton>
      {shown && (
        <Suspense>
          <TooltipBubble text={label} {...bubble} />
        </Suspense>
      )}
    </>
  );
}
