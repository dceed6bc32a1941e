"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "@/components/ui/icon-button";

type DrawerPanelProps = { title: string; children: ReactNode; isOpen: boolean; onOpenChange: (open: boolean) => void };

/** The menu itself, sliding in from the left. */
export function DrawerPanel({ title, children, isOpen, onOpenChange }: DrawerPanelProps) {
  const t = useTranslations("shell");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 bg-[rgb(10_12_20/0.45)] transition-opacity entering:opacity-0 exiting:opacity-0"
    >
      <Modal className="h-full w-72 max-w-[85vw] bg-surface shadow-raised transition-transform entering:-translate-x-4 exiting:-translate-x-4">
        <Dialog aria-label={t("mainMenu")} className="flex h-full flex-col gap-3 overflow-y-auto p-3 outline-none">
          <div className="flex items-center justify-between pl-2.5">
            <p className="truncate font-semibold">{title}</p>
            <IconButton slot="close" label={t("closeMenu")} icon={<X />} />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
