"use client";
import { useRouter } from "next/navigation";
import { Fragment, type ReactNode, useMemo, useRef, useState } from "react";
import { KeepingContext } from "@/components/ui/keeping-context";
import type { DraftSlot, RecordEdits } from "@/lib/platform/form-keeping";
import { ConflictPanel } from "./conflict-panel";
import { DraftContext } from "./draft-context";
import { DraftNotice } from "./draft-notice";
import { EditorsHint } from "./editors-hint";
import { useDraft } from "./use-draft";

type FormKeepingProps = {
  /** Where the form's draft is kept; without it the form keeps none. */
  draft?: DraftSlot;
  /** The record the form changes; it then posts the version and shows what somebody else saved meanwhile. */
  edits?: RecordEdits;
  children: ReactNode;
};

/** What a draft was begun from, where it was begun from a record. */
function baseOf({ draft, edits }: Pick<FormKeepingProps, "draft" | "edits">): RecordEdits | null {
  const { original, version } = draft?.kept ?? {};
  return edits && original && version != null ? { values: original, version } : (edits ?? null);
}

/**
 * Put around a `Form`: what is typed is kept on the server for its author alone, and a save that meets a newer version
 * shows both, field by field.
 */
export function FormKeeping({ draft, edits, children }: FormKeepingProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [round, setRound] = useState(0);
  const [dropped, setDropped] = useState(false);
  const [base, setBase] = useState(() => baseOf({ draft, edits }));
  const slot = useMemo(() => draft && (dropped ? { ...draft, kept: null } : draft), [draft, dropped]);
  const handle = useDraft({ form, slot: slot ?? null, base });

  async function startOver() {
    await handle.discard({ andGo: false });
    setDropped(true);
    setBase(edits ?? null);
    setRound(round + 1);
    router.refresh();
  }
  const kept = slot?.kept ?? null;
  const isStale = kept !== null && edits !== undefined && kept.version !== edits.version;
  const top = (
    <>
      <EditorsHint editors={handle.editors} />
      {edits && base && <input type="hidden" name="version" value={base.version} />}
      {kept && slot && <DraftNotice savedAt={kept.savedAt} zone={slot.zone} stale={isStale} discard={startOver} />}
      {base && <ConflictPanel base={base} zone={draft?.zone ?? "UTC"} onResolve={setBase} />}
    </>
  );
  return (
    <DraftContext value={draft ? handle : null}>
      <KeepingContext value={{ form, values: kept?.values ?? null, top }}>
        <Fragment key={round}>{children}</Fragment>
      </KeepingContext>
    </DraftContext>
  );
}
