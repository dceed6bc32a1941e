"use client";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { type ButtonLook, buttonStyles } from "./button-styles";
import { Spinner } from "./spinner";

type ButtonProps = Omit<AriaButtonProps, "children" | "className" | "isPending"> &
  ButtonLook & { children: ReactNode; icon?: ReactNode; pending?: boolean; className?: string };

/** A button; while `pending` it keeps its words and its place and takes no further presses. */
export function Button({ variant, size, icon, pending = false, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={pending} className={buttonStyles({ variant, size, className })}>
      {pending ? <Spinner /> : icon}
      {children}
    </AriaButton>
  );
}
