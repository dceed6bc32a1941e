"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

type UnsavedGuardProps = { form: RefObject<HTMLFormElement | null>; savedBy: unknown };

function contentOf(form: HTMLFormElement | null) {
  if (!form) return "";
  const parts = [...new FormData(form)].filter(([name]) => !name.startsWith("$ACTION"));
  return JSON.stringify(
    parts.map(([name, value]) => [name, typeof value === "string" ? value : value.name + value.size]),
  );
}

/** The place a click leads to, when it leaves this page within the app. */
function leavingTo(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  return url.pathname + url.search === window.location.pathname + window.location.search ? null : link.href;
}

/** Asks before changes are left behind by a link, by Back, or by closing the tab; silent when nothing really changed. */
export function UnsavedGuard({ form, savedBy }: UnsavedGuardProps) {
  const t = useTranslations("ui");
  const clean = useRef<string | null>(null);
  const letGo = useRef(false);
  const [leave, setLeave] = useState<(() => void) | null>(null);

  const remember = useEffectEvent((_saved: unknown) => {
    clean.current = contentOf(form.current);
  });
  const isDirty = useEffectEvent(
    () => !letGo.current && clean.current !== null && contentOf(form.current) !== clean.current,
  );

  useEffect(() => remember(savedBy), [savedBy]);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener("beforeunload", (event) => isDirty() && event.preventDefault(), { signal });
    // On the way down, before the router's own handler sees the click.
    const onClick = (event: MouseEvent) => {
      const href = leavingTo(event);
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!href || !isDirty()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setLeave(() => () => link?.click());
    };
    window.addEventListener("click", onClick, { signal, capture: true });
    // Back and Forward can be held only where the browser has the Navigation API.
    window.navigation?.addEventListener(
      "navigate",
      (event) => {
        if (event.navigationType !== "traverse" || !event.cancelable || !isDirty()) return;
        event.preventDefault();
        const { key } = event.destination;
        setLeave(() => () => window.navigation.traverseTo(key));
      },
      { signal },
    );
    return () => stop.abort();
  }, []);

  function go() {
    letGo.current = true;
    leave?.();
    setLeave(null);
  }
  if (!leave) return null;
  return (
    <Dialog title={t("unsavedTitle")} isOpen onOpenChange={(open) => !open && setLeave(null)}>
      <p className="text-muted">{t("unsavedBody")}</p>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button variant="primary" onPress={() => setLeave(null)}>
          {t("unsavedStay")}
        </Button>
        <Button onPress={go}>{t("unsavedLeave")}</Button>
      </div>
    </Dialog>
  );
}
