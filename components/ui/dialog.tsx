"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./icon-button";

type DialogProps = {
  title: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  /** The button that opens it; leave out when `isOpen` is controlled. */
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  wide?: boolean;
};

/** A window over the page: from below on a phone, in the middle elsewhere; Escape closes and returns the focus. */
export function Dialog({ trigger, isOpen, onOpenChange, ...frame }: DialogProps) {
  if (!trigger) return <DialogFrame {...frame} control={{ isOpen, onOpenChange }} />;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <DialogFrame {...frame} />
    </DialogTrigger>
  );
}

type DialogFrameProps = Pick<DialogProps, "title" | "children" | "wide"> & {
  control?: Pick<DialogProps, "isOpen" | "onOpenChange">;
};

function DialogFrame({ title, children, wide, control }: DialogFrameProps) {
  const t = useTranslations("ui");
  return (
    <ModalOverlay
      {...control}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center bg-[rgb(10_12_20/0.45)] transition-opacity entering:opacity-0 exiting:opacity-0 sm:items-center sm:p-6"
    >
      <Modal
        className={`flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-t-lg bg-raised shadow-raised transition-transform entering:translate-y-3 exiting:translate-y-3 sm:rounded-lg ${wide ? "sm:max-w-3xl" : "sm:max-w-lg"}`}
      >
        <AriaDialog className="flex min-h-0 flex-col outline-none">
          {({ close }) => (
            <>
              <header className="flex items-start gap-3 px-5 pt-4 pb-2">
                <Heading slot="title" className="min-w-0 flex-1 pt-1 font-semibold text-lg">
                  {title}
                </Heading>
                <IconButton slot="close" small label={t("close")} icon={<X />} />
              </header>
              <div className="min-h-0 overflow-y-auto px-5 pb-5">
                {typeof children === "function" ? children(close) : children}
              </div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
