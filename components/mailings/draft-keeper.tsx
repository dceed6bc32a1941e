"use client";
import { useTranslations } from "next-intl";
import { useContext, useRef, useState } from "react";
import { FormContext } from "@/components/ui/form-context";
import { useKeeper } from "@/components/ui/use-keeper";
import type { KeptLetter } from "@/lib/features/mailings/drafts/commands";
import type { Letter } from "@/lib/features/templates/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatTime } from "@/lib/values/format";
import { parseInstant } from "@/lib/values/instant";

type DraftKeeperProps = {
  keep: ServerAction<KeptLetter>;
  draft: Letter & { mailingId: string | null; version: number };
  /** Where people read the time. */
  zone: string;
};

function writtenIn(form: HTMLFormElement) {
  const data = new FormData(form);
  return JSON.stringify([data.get("subject"), data.get("body")]);
}

/** Keeps the letter of the form around it while it is written, and says when it did. */
export function DraftKeeper({ keep, draft, zone }: DraftKeeperProps) {
  const t = useTranslations("mailings.letter");
  const { pending } = useContext(FormContext);
  const place = useRef<HTMLParagraphElement>(null);
  const [kept, setKept] = useState({ mailingId: draft.mailingId, version: draft.version });
  const [note, setNote] = useState("");
  const form = () => place.current?.closest("form") ?? null;

  const read = () => {
    const element = form();
    return element && !pending ? writtenIn(element) : null;
  };
  const keepNow = async () => {
    const element = form();
    if (!element) return false;
    setNote(t("saving"));
    const answer = await keep(null, new FormData(element)).catch(() => null);
    if (!answer?.ok) {
      setNote(answer ? t("notSaved", { problem: answer.refusal.message }) : "");
      return false;
    }
    const { mailingId, version, savedAt } = answer.data;
    // From now on the address is the draft's: reloading, or opening it elsewhere, finds the text.
    if (kept.mailingId === null) window.history.replaceState(null, "", paths.staff.mailingLetter(mailingId));
    setKept({ mailingId, version });
    const at = parseInstant(savedAt);
    setNote(at ? t("saved", { time: formatTime(at, { locale: "en", zone }) }) : "");
    return true;
  };
  // What the page brought counts as kept, not what stands in the fields first: people type before scripts have loaded.
  useKeeper({ read, keep: keepNow }, JSON.stringify([draft.subject, JSON.stringify(draft.body)]));

  return (
    <>
      {kept.mailingId && <input type="hidden" name="mailingId" value={kept.mailingId} />}
      <input type="hidden" name="version" value={kept.version} />
      <p ref={place} aria-live="polite" className="min-h-6 text-muted text-sm tabular-nums">
        {note}
      </p>
    </>
  );
}
