"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useContext, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { toast } from "@/components/ui/toast";
import { DraftContext } from "./draft-context";

/** Save as Draft and Cancel, beside the button that submits; both lead to `back`. Only Cancel throws the draft away. */
export function DraftActions({ back }: { back: string }) {
  const t = useTranslations("drafts");
  const router = useRouter();
  const { pending } = useContext(FormContext);
  const draft = useContext(DraftContext);
  const [busy, setBusy] = useState(false);

  async function leave() {
    setBusy(true);
    const kept = await draft?.keepNow();
    setBusy(false);
    if (!kept) return;
    toast({ message: t("left"), tone: "success" });
    router.push(back);
  }
  async function cancel() {
    setBusy(true);
    const undo = await draft?.discard({ andGo: true });
    if (undo) toast({ message: t("discarded"), undo });
    router.push(back);
  }
  return (
    <>
      <Button isDisabled={pending || busy} onPress={() => void leave()}>
        {t("save")}
      </Button>
      <Button variant="ghost" isDisabled={pending || busy} onPress={() => void cancel()}>
        {t("cancel")}
      </Button>
      <p aria-live="polite" className="min-h-6 text-muted text-sm tabular-nums">
        {draft?.note}
      </p>
    </>
  );
}
