import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
);

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string) {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function token(name: string, theme: "light" | "dark") {
  const found = tokens.get(name);
  if (!found) throw new Error(`globals.css has no colour --${name}`);
  return found[theme];
}

const grounds = ["bg", "surface", "raised", "hover"];
const tones = ["accent", "success", "warning", "danger"];
const tags = ["teal", "blue", "violet", "pink", "red", "amber", "lime", "slate"];
const textPairs = [
  ...tags.map((tag) => ["text", `tag-${tag}`] as const),
  ...grounds.flatMap((ground) => ["text", "muted", ...tones].map((ink) => [ink, ground] as const)),
  ...tones.flatMap((tone) => [[`on-${tone}`, tone] as const, [tone, `${tone}-soft`] as const]),
  ...tones.flatMap((tone) => [["text", `${tone}-soft`] as const, ["muted", `${tone}-soft`] as const]),
  ["on-accent", "accent-hover"] as const,
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(textPairs)("a person can read %s on %s (4.5:1)", (ink, ground) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)("a person can see the edge of a control on %s (3:1)", (ground) => {
    expect(contrast(token("strong", theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
