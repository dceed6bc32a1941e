"use client";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonLook, buttonStyles } from "./button-styles";
import { Tooltip } from "./tooltip";

type IconButtonProps = Omit<AriaButtonProps, "children" | "className"> & {
  label: string;
  icon: ReactNode;
  variant?: ButtonLook["variant"];
  small?: boolean;
};

/** A button with a picture only; its name shows on hover and on focus. */
export function IconButton({ label, icon, variant = "ghost", small, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={buttonStyles({ variant, size: small ? "icon-sm" : "icon", className: "text-muted hover:text-text" })}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
