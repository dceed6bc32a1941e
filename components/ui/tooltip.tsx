"use client";
import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";

type TooltipProps = { text: string; children: ReactElement };

/** A short explanation of the control inside it, shown on hover and on keyboard focus. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip
        offset={6}
        className="max-w-64 rounded-md bg-text px-2 py-1 text-bg text-xs entering:opacity-0 transition-opacity"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
