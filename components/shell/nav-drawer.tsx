"use client";
import { Menu as MenuMark, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "@/components/ui/icon-button";

/** The menu on a phone: slides in from the left, goes when a page was chosen. */
export function NavDrawer({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations("shell");
  const path = usePathname();
  // Open belongs to the page it was opened on: another page has its drawer closed.
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <DialogTrigger isOpen={openOn === path} onOpenChange={(open) => setOpenOn(open ? path : null)}>
      <IconButton label={t("openMenu")} icon={<MenuMark />} />
      <ModalOverlay
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
    </DialogTrigger>
  );
}
