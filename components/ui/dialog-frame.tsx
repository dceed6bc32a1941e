"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./icon-button";

export type DialogFrameProps = {
  title: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  wide?: boolean;
};

/** The window itself: from below on a phone, in the middle elsewhere. */
export function DialogFrame({ title, children, wide, isOpen, onOpenChange }: DialogFrameProps) {
  const t = useTranslations("ui");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center bg-[rgb(10_12_20/0.45)] transition-opacity entering:opacity-0 exiting:opacity-0 sm:items-center sm:p-6"
    >
      <Modal
        className={`flex max-h-[calc(100dvh-2rem)] w-full flex-col rounded-t-lg bg-raised shadow-raised transition-transform entering:translate-y-3 exiting:translate-y-3 sm:rounded-lg ${wide ? "sm:max-w-3xl" : "sm:max-w-lg"}`}
      >
        <Dialog className="flex min-h-0 flex-col outline-none">
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
