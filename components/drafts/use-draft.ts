"use client";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { differsFromPage, formDataOf, valuesIn } from "@/components/ui/form-values";
import { useKeeper } from "@/components/ui/use-keeper";
import { discardDraftAction, keepDraftAction } from "@/lib/features/drafts/actions";
import type { DraftSlot, RecordEdits } from "@/lib/platform/form-keeping";
import { formatTime } from "@/lib/values/format";
import { parseInstant } from "@/lib/values/instant";
import { localeOf } from "@/lib/values/locale";
import type { DraftHandle } from "./draft-context";

type Place = { form: RefObject<HTMLFormElement | null>; slot: DraftSlot | null; base: RecordEdits | null };

/** What became of the form: until somebody used it nothing that stands in it is theirs. */
type Course = { used: boolean; sent: boolean; over: boolean };

const isOnItsWay = (form: HTMLFormElement | null) => form?.getAttribute("aria-busy") === "true";

function keepRequest(values: string, { slot, base }: { slot: DraftSlot; base: RecordEdits | null }): FormData {
  const data = formDataOf({ key: slot.key, values });
  if (!base) return data;
  data.set("original", JSON.stringify(base.values));
  data.set("version", String(base.version));
  return data;
}

function useCourse({ form, slot }: Place): Course {
  const [course] = useState<Course>(() => ({ used: false, sent: false, over: false }));
  useEffect(() => {
    const element = form.current;
    if (!element || !slot) return;
    if (differsFromPage(element)) course.used = true;
    const stop = new AbortController();
    const { signal } = stop;
    const use = () => {
      course.used = true;
    };
    const send = () => {
      course.sent = true;
    };
    for (const event of ["input", "change", "keydown", "pointerdown"]) element.addEventListener(event, use, { signal });
    element.addEventListener("submit", send, { signal });
    return () => stop.abort();
  }, [form, slot, course]);
  return course;
}

/** What was typed since the last look is asked about before the tab closes, and kept when a link leads away. */
function useLeaving(unsaved: () => (() => Promise<unknown>) | null) {
  const latest = useRef(unsaved);
  useEffect(() => {
    latest.current = unsaved;
  });
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => latest.current() && event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, []);
  // This runs while the fields still stand.
  useLayoutEffect(
    () => () =>
      void latest
        .current()?.()
        .catch(() => null),
    [],
  );
}

/** Keeps the draft of a form on the server while it is filled in, and says when it did. */
export function useDraft({ form, slot, base }: Place): DraftHandle {
  const t = useTranslations("drafts");
  const locale = useLocale();
  const [note, setNote] = useState("");
  const [editors, setEditors] = useState<readonly string[]>(slot?.editors ?? []);
  const course = useCourse({ form, slot, base });

  const written = () => (form.current ? JSON.stringify(valuesIn(form.current)) : null);
  const read = () => {
    if (!slot || course.over || isOnItsWay(form.current)) return null;
    // Still here after it was sent: it was refused, and goes on being a draft.
    course.sent = false;
    if (course.used) return written();
    keeper.kept = written();
    return null;
  };
  const keep = async (values: string) => {
    if (!slot) return false;
    setNote(t("saving"));
    const answer = await keepDraftAction(null, keepRequest(values, { slot, base })).catch(() => null);
    if (answer?.ok) setEditors(answer.data.editors);
    const at = answer?.ok ? parseInstant(answer.data.savedAt) : null;
    if (at) setNote(t("saved", { time: formatTime(at, { locale: localeOf(locale), zone: slot.zone }) }));
    else setNote(answer && !answer.ok ? t("notSaved", { problem: answer.refusal.message }) : t("offline"));
    return at !== null;
  };
  const keeper = useKeeper({ read, keep }, null);

  useLeaving(() => {
    const mayBe = slot && course.used && !course.sent && !course.over && !isOnItsWay(form.current);
    const values = mayBe ? written() : null;
    if (!slot || values === null || values === keeper.kept) return null;
    return () => keepDraftAction(null, keepRequest(values, { slot, base }));
  });

  return {
    note,
    editors,
    keepNow: () => {
      course.used = true;
      keeper.kept = "";
      return keeper.look({ read, keep }, { now: true });
    },
    discard: async ({ andGo }) => {
      const values = course.used || slot?.kept ? written() : null;
      course.over = true;
      if (slot) await discardDraftAction(null, formDataOf({ key: slot.key })).catch(() => null);
      if (!andGo) Object.assign(course, { over: false, used: false });
      return slot && values ? () => void keepDraftAction(null, keepRequest(values, { slot, base })) : null;
    },
  };
}
