"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/platform/action-state";

type TellApartFormProps = {
  ids: readonly string[];
  tellApart: ServerAction<{ ids: string[] }>;
  doubtAgain: ServerAction;
};

/** "Not a duplicate", with a way back for as long as the notice is seen. */
export function TellApartForm({ ids, tellApart, doubtAgain }: TellApartFormProps) {
  const t = useTranslations("duplicates");
  const router = useRouter();

  function takeBack(told: readonly string[]) {
    const form = new FormData();
    for (const id of told) form.append("ids[]", id);
    startTransition(async () => {
      const answer = await doubtAgain(null, form);
      if (answer.ok) router.refresh();
      toast({
        message: answer.ok ? (answer.message ?? "") : answer.refusal.message,
        tone: answer.ok ? "success" : "danger",
      });
    });
  }

  function offerUndo({ ids: told }: { ids: string[] }) {
    toast({ message: t("toldApart"), tone: "success", undo: () => takeBack(told), undoLabel: t("undo") });
    router.refresh();
  }

  return (
    <Form action={tellApart} onDone={offerUndo} className="contents">
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids[]" value={id} />
      ))}
      <SubmitButton variant="ghost" size="sm">
        {t("tellApart")}
      </SubmitButton>
    </Form>
  );
}
