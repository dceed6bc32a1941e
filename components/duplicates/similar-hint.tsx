"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { SimilarRecord } from "@/lib/features/clients/similar/schema";
import { paths } from "@/lib/paths";

const WAIT_MS = 400;
const FIELDS = ["name", "firstName", "lastName", "email", "phone"] as const;

/** Says while somebody types a new contact or client who may be in the list already; nothing keeps them from saving. */
export function SimilarHint({ kind }: { kind: "contact" | "client" }) {
  const t = useTranslations("duplicates.similar");
  const place = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly SimilarRecord[]>([]);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    const ask = async () => {
      asking.abort();
      asking = new AbortController();
      const data = new FormData(form);
      const query = new URLSearchParams({ kind });
      for (const name of FIELDS) query.set(name, String(data.get(name) ?? ""));
      const options = { signal: asking.signal };
      const answer = await fetch(`${paths.api.similar}?${query}`, options).catch(() => null);
      if (answer?.ok) setFound(await answer.json().catch(() => []));
    };
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), WAIT_MS);
    };
    form.addEventListener("input", typed);
    return () => {
      form.removeEventListener("input", typed);
      clearTimeout(timer);
      asking.abort();
    };
  }, [kind]);
  return (
    <div ref={place} role="status">
      {found.length > 0 && (
        <Banner tone="warning" title={t("title", { count: found.length })}>
          <ul className="grid gap-1">
            {found.map(({ id, kind: of, name, detail }) => (
              <li key={id}>
                <TextLink href={of === "contact" ? paths.staff.contact(id) : paths.staff.client(id)} external>
                  {name}
                </TextLink>{" "}
                {detail && <span className="text-muted">{detail}</span>}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
