"use client";
import { useTranslations } from "next-intl";
import { useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import { FormContext } from "@/components/ui/form-context";
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

/** Looked at once a second: what changed and then rested for one look is kept. */
const LOOK_MS = 1000;

function writtenIn(form: HTMLFormElement) {
  const data = new FormData(form);
  return JSON.stringify([data.get("subject"), data.get("body")]);
}

/** Keeps the letter of the form around it while it is written, and says when it did. */
export function DraftKeeper({ keep, draft, zone }: DraftKeeperProps) {
  const t = useTranslations("mailings.letter");
  const { pending } = useContext(FormContext);
  const place = useRef<HTMLParagraphElement>(null);
  // What the page brought counts as kept, not what stands in the fields first: people type before scripts have loaded.
  const seen = useRef({ kept: JSON.stringify([draft.subject, JSON.stringify(draft.body)]), last: "" });
  const busy = useRef(false);
  const [kept, setKept] = useState({ mailingId: draft.mailingId, version: draft.version });
  const [note, setNote] = useState("");

  const look = useEffectEvent(async () => {
    const form = place.current?.closest("form");
    if (!form || busy.current || pending) return;
    const written = writtenIn(form);
    const before = seen.current;
    seen.current = { ...before, last: written };
    if (written === before.kept || written !== before.last) return;
    busy.current = true;
    setNote(t("saving"));
    const answer = await keep(null, new FormData(form)).catch(() => null);
    busy.current = false;
    if (!answer?.ok) return setNote(answer ? t("notSaved", { problem: answer.refusal.message }) : "");
    seen.current = { ...seen.current, kept: written };
    const { mailingId, version, savedAt } = answer.data;
    // From now on the address is the draft's: reloading, or opening it elsewhere, finds the text.
    if (kept.mailingId === null) window.history.replaceState(null, "", paths.staff.mailingLetter(mailingId));
    setKept({ mailingId, version });
    const at = parseInstant(savedAt);
    setNote(at ? t("saved", { time: formatTime(at, { locale: "en", zone }) }) : "");
  });
  useEffect(() => {
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);

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
