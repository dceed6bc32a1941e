"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const THEMES = [
  { value: "light", Mark: Sun },
  { value: "dark", Mark: Moon },
  { value: "system", Mark: Monitor },
] as const;

const YEAR_IN_SECONDS = 31_536_000;

function choose(theme: string) {
  document.documentElement.dataset.theme = theme;
  // The server reads it for the first paint of the next page.
  Reflect.set(document, "cookie", `theme=${theme}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`);
}

/** Light, dark, or as the device has it; kept in a cookie, so that no page flashes. */
export function ThemeSwitch() {
  const t = useTranslations("ui");
  const [theme, setTheme] = useState("system");
  useEffect(() => setTheme(document.documentElement.dataset.theme ?? "system"), []);
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t("theme")}</legend>
      <div className="grid grid-cols-3 gap-1 rounded-md bg-hover p-1">
        {THEMES.map(({ value, Mark }) => (
          <label
            key={value}
            className="flex min-h-8 cursor-pointer items-center justify-center gap-1.5 rounded-md px-2 text-muted text-sm has-checked:bg-surface has-checked:font-medium has-checked:text-text has-checked:ring-1 has-checked:ring-edge has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => {
                setTheme(value);
                choose(value);
              }}
              className="sr-only"
            />
            <Mark aria-hidden className="size-4" />
            {t(`theme_${value}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
