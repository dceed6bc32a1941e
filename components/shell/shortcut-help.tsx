"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { setShortcuts, shortcutsAreOn } from "./use-shortcuts";

const KEYS = [
  { keys: ["Ctrl", "K"], does: "keyPalette" },
  { keys: ["/"], does: "keySearch" },
  { keys: ["?"], does: "keyHelp" },
  { keys: ["J"], does: "keyDown" },
  { keys: ["K"], does: "keyUp" },
  { keys: ["Enter"], does: "keyOpen" },
  { keys: ["X"], does: "keySelect" },
  { keys: ["E"], does: "keyEdit" },
  { keys: ["F6"], does: "keyToasts" },
] as const;

/** All keys that do something, and the switch that turns the single ones off. */
export function ShortcutHelp({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("shell");
  return (
    <Dialog title={t("shortcuts")} isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="grid">
        {KEYS.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4 border-border border-b py-2">
            <dt>{t(does)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <SingleKeySwitch />
    </Dialog>
  );
}

function SingleKeySwitch() {
  const t = useTranslations("shell");
  const [on, setOn] = useState(() => shortcutsAreOn());
  return (
    <label className="mt-4 flex items-center gap-2.5">
      <input
        type="checkbox"
        className="tick"
        checked={on}
        onChange={() => {
          setShortcuts(!on);
          setOn(!on);
        }}
      />
      {t("singleKeys")}
    </label>
  );
}
