"use client";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { ButtonContext } from "react-aria-components/Button";
import type { DialogFrameProps } from "./dialog-frame";

// Most pages are read without opening a window, so what shows one comes when a pointer or the focus nears its button.
const fetchFrame = () => import("./dialog-frame");
const DialogFrame = lazy(async () => ({ default: (await fetchFrame()).DialogFrame }));

type DialogProps = Pick<DialogFrameProps, "title" | "children" | "wide"> & {
  /** The button that opens it; leave out when `isOpen` is controlled. */
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A window over the page; Escape closes it and returns the focus. */
export function Dialog({ trigger, isOpen, onOpenChange, ...frame }: DialogProps) {
  const [own, setOwn] = useState(false);
  const open = isOpen ?? own;
  // Once opened it stays, to be able to leave gracefully.
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const opener = {
    onPress: () => change(true),
    onHoverStart: () => void fetchFrame(),
    onFocus: () => void fetchFrame(),
    "aria-haspopup": "dialog",
    "aria-expanded": open,
  } as const;
  return (
    <>
      {trigger && <ButtonContext value={opener}>{trigger}</ButtonContext>}
      {wanted && (
        <Suspense>
          <DialogFrame {...frame} isOpen={open} onOpenChange={change} />
        </Suspense>
      )}
    </>
  );
}
