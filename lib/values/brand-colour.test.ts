import { describe, expect, it } from "vitest";
import { BRAND_COLOURS, brandPairs } from "./brand-colour";

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

/** The lightest and the darkest ground of each theme in globals.css. */
const GROUNDS = { light: ["#ffffff", "#eff1f4"], dark: ["#111216", "#25282f"] };

describe.each(BRAND_COLOURS)("the colour %s of a center", (colour) => {
  it("can be read on every ground, and words can be read on it (4.5:1)", () => {
    for (const { theme, ink, ground } of brandPairs(colour)) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      const accent = theme === "light" ? (ink === "#ffffff" ? ground : ink) : ink === "#101217" ? ground : ink;
      for (const page of GROUNDS[theme])
        expect(contrast(accent, page), `${accent} on ${page}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
