"use client";
import type { RefObject } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components/Tooltip";

type TooltipBubbleProps = {
  text: string;
  target: RefObject<HTMLButtonElement | null>;
  /** The pointer came onto the bubble, and left it. */
  stay: () => void;
  leave: () => void;
};

/** A short explanation beside a control; it can be pointed at without going away. */
export function TooltipBubble({ text, target, stay, leave }: TooltipBubbleProps) {
  return (
    <TooltipTriggerStateContext value={{ isOpen: true, shouldSkipAnimation: false, open: stay, close: leave }}>
      <Tooltip
        triggerRef={target}
        offset={6}
        className="max-w-64 rounded-md bg-text px-2 py-1 text-bg text-xs transition-opacity entering:opacity-0"
      >
        {text}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
