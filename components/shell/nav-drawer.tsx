"use client";
import { Menu as MenuMark } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

const DrawerPanel = lazy(async () => ({ default: (await import("./drawer-panel")).DrawerPanel }));

/** The menu on a phone: slides in from the left, goes when a page was chosen. */
export function NavDrawer({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations("shell");
  const path = usePathname();
  // Open belongs to the page it was opened on: another page has its drawer closed.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const [wanted, setWanted] = useState(false);
  const change = (open: boolean) => {
    setOpenOn(open ? path : null);
    if (open) setWanted(true);
  };
  return (
    <>
      <IconButton
        label={t("openMenu")}
        icon={<MenuMark />}
        onPress={() => change(true)}
        aria-haspopup="dialog"
        aria-expanded={openOn === path}
      />
      {wanted && (
        <Suspense>
          <DrawerPanel title={title} isOpen={openOn === path} onOpenChange={change}>
            {children}
          </DrawerPanel>
        </Suspense>
      )}
    </>
  );
}
