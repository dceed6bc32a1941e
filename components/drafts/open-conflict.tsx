"use client";
import { GitCompareArrows } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useContext, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { valuesIn } from "@/components/ui/form-values";
import type { Conflict, Submitted } from "@/lib/platform/action-state";
import type { RecordEdits } from "@/lib/platform/form-keeping";
import { formatDateTime } from "@/lib/values/format";
import { parseInstant } from "@/lib/values/instant";
import { localeOf } from "@/lib/values/locale";
import { conflictFields } from "./conflict-fields";
import { ConflictRow, type Side } from "./conflict-row";

type OpenConflictProps = {
  base: RecordEdits;
  zone: string;
  onResolve: (base: RecordEdits) => void;
  conflict: Conflict;
};

/** What each side wants of each field, and one press that saves the choice. */
export function OpenConflict({ base, zone, onResolve, conflict }: OpenConflictProps) {
  const t = useTranslations("drafts.conflict");
  const locale = useLocale();
  const { submitted, pending, resolve, formElement, fields } = useContext(FormContext);
  const [mine] = useState<Submitted>(() => (formElement.current ? valuesIn(formElement.current) : submitted));
  const [rows] = useState(() => conflictFields({ mine, theirs: conflict.values, original: base.values }));
  const [picked, setPicked] = useState<Record<string, Side>>(() =>
    Object.fromEntries(rows.filter(({ onlyTheirs }) => onlyTheirs).map(({ name }) => [name, "theirs"])),
  );
  const [asked, setAsked] = useState(false);
  const panel = useRef<HTMLElement>(null);
  // Its code arrives after the refusal, when the form has already looked for something to focus.
  useEffect(() => panel.current?.focus(), []);
  const open = rows.filter(({ name }) => !picked[name]);
  const at = parseInstant(conflict.at ?? "");
  const time = at ? formatDateTime(at, { locale: localeOf(locale), zone }) : "";

  function save() {
    setAsked(true);
    if (open.length > 0) return;
    const chosen: Submitted = { ...(formElement.current ? valuesIn(formElement.current) : mine) };
    for (const { name, theirs = "" } of rows) {
      if (picked[name] !== "theirs") continue;
      // A box that is not ticked is not sent at all.
      if (fields.get(name)?.isBox && theirs === "") delete chosen[name];
      else chosen[name] = theirs;
    }
    const { version, values } = conflict;
    onResolve({ version, values });
    resolve({ ...chosen, version: String(version) });
  }
  return (
    <section
      ref={panel}
      data-form-problem
      tabIndex={-1}
      aria-labelledby="conflict-title"
      className="mb-5 rounded-lg border border-warning bg-surface"
    >
      <header className="flex gap-2.5 rounded-t-lg bg-warning-soft px-4 py-3">
        <GitCompareArrows aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
        <div role="alert" className="min-w-0">
          <h2 id="conflict-title" className="font-semibold text-base">
            {t(time ? "titleAt" : "title", { name: conflict.by, time })}
          </h2>
          <p className="text-sm">{t(rows.length > 0 ? "body" : "nothing")}</p>
        </div>
      </header>
      <div className="divide-y divide-border px-4">
        {rows.map((row) => (
          <ConflictRow
            key={row.name}
            field={row}
            by={conflict.by}
            picked={picked[row.name] ?? null}
            onPick={(side) => setPicked({ ...picked, [row.name]: side })}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3 border-border border-t px-4 py-3">
        <Button variant="primary" pending={pending} onPress={save}>
          {t("save")}
        </Button>
        <p aria-live="polite" className="text-danger text-sm">
          {asked && open.length > 0 ? t("choose") : ""}
        </p>
      </div>
    </section>
  );
}
