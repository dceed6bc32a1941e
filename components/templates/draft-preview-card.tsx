"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState, useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FieldWaiting } from "@/components/ui/field-waiting";
import { toast } from "@/components/ui/toast";
import type { DraftPreview } from "@/lib/features/mailings/previews/queries";
import type { ServerAction } from "@/lib/platform/action-state";
import { LetterPreview } from "./letter-preview";

// A list that can be searched is heavy; the letter is there before it.
const ClientPicker = lazy(async () => ({ default: (await import("./client-picker")).ClientPicker }));

export type DraftTools = {
  preview: ServerAction<DraftPreview>;
  sendTest: ServerAction<unknown>;
  /** Where clients to try it with are searched; null where the letter is about no client. */
  clientsAddress: string | null;
  /** The renameable words. */
  words: Record<string, string>;
};

/** Shows the letter of the form around it as it stands, filled for one client, and mails it to oneself. */
export function DraftPreviewCard({ purpose, tools }: { purpose: string; tools: DraftTools }) {
  const t = useTranslations("templates.preview");
  const place = useRef<HTMLDivElement>(null);
  const [clientId, setClientId] = useState<string | null>(null);
  const [shown, setShown] = useState<DraftPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();

  async function ask<Data>(action: ServerAction<Data>): Promise<Data | null> {
    const form = place.current?.closest("form");
    if (!form) return null;
    const draft = new FormData(form);
    draft.set("purpose", purpose);
    draft.set("clientId", clientId ?? "");
    const answer = await action(null, draft);
    setProblem(answer.ok ? null : (Object.values(answer.refusal.fields)[0] ?? answer.refusal.message));
    if (answer.ok && answer.message) toast({ message: answer.message, tone: "success" });
    return answer.ok ? answer.data : null;
  }
  const show = () =>
    start(async () => {
      const preview = await ask(tools.preview);
      start(() => setShown(preview));
    });
  const sendTest = () =>
    start(async () => {
      await ask(tools.sendTest);
    });
  return (
    <Card title={t("title")}>
      <div ref={place}>
        {tools.clientsAddress ? (
          <Suspense fallback={<FieldWaiting label={t("client", tools.words)} />}>
            <ClientPicker
              label={t("client", tools.words)}
              help={t("clientHelp")}
              address={tools.clientsAddress}
              onChange={setClientId}
            />
          </Suspense>
        ) : (
          <p className="mb-3 text-muted">{t("hint")}</p>
        )}
        <div className="mb-3 flex flex-wrap gap-2">
          <Button onPress={show} pending={pending}>
            {t("show")}
          </Button>
          <Button onPress={sendTest} isDisabled={pending}>
            {t("test")}
          </Button>
        </div>
        <div aria-live="polite" className="grid gap-3">
          {problem && <Banner tone="danger">{problem}</Banner>}
          {shown?.practitioner === "inactive" && <Banner tone="warning">{t("inactive", tools.words)}</Banner>}
          {shown && shown.missing.length > 0 && (
            <Banner tone="warning">{t("missing", { ...tools.words, names: shown.missing.join(", ") })}</Banner>
          )}
        </div>
        {shown && <LetterPreview subject={shown.subject} html={shown.html} text={shown.text} />}
      </div>
    </Card>
  );
}
