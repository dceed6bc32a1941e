/** Colours that a center may wear. Each pair holds 4.5:1 on every ground of its theme; brand-colour.test.ts measures them. */
export const BRAND_COLOURS = ["blue", "teal", "green", "amber", "red", "pink", "violet", "slate"] as const;
export type BrandColour = (typeof BRAND_COLOURS)[number];

type Shades = { light: string; dark: string; softLight: string; softDark: string };

const INK = { light: "#ffffff", dark: "#101217" } as const;

const SHADES: Record<BrandColour, Shades> = {
  blue: { light: "#1d4ed8", dark: "#9dbdff", softLight: "#e8effd", softDark: "#1e2f52" },
  teal: { light: "#0f5f5a", dark: "#7fd6cd", softLight: "#e0f3f1", softDark: "#163735" },
  green: { light: "#176b3a", dark: "#79d6a0", softLight: "#e3f4e9", softDark: "#173222" },
  amber: { light: "#855000", dark: "#f2c069", softLight: "#fdf1d8", softDark: "#39290f" },
  red: { light: "#b3212b", dark: "#ff9d9d", softLight: "#fdeaea", softDark: "#421c1f" },
  pink: { light: "#a3195b", dark: "#ffa3cb", softLight: "#fdeaf3", softDark: "#45192f" },
  violet: { light: "#5b2fc0", dark: "#c4b0ff", softLight: "#f0ebfd", softDark: "#332556" },
  slate: { light: "#3d4756", dark: "#b9c4d4", softLight: "#eceff3", softDark: "#2a303a" },
};

export const isBrandColour = (text: string | null): text is BrandColour =>
  BRAND_COLOURS.some((colour) => colour === text);

/** The custom properties that dress a page in a colour, for light and dark. */
export function brandProperties(colour: BrandColour): Record<`--${string}`, string> {
  const { light, dark, softLight, softDark } = SHADES[colour];
  const accent = `light-dark(${light}, ${dark})`;
  return {
    "--accent": accent,
    "--accent-hover": accent,
    "--on-accent": `light-dark(${INK.light}, ${INK.dark})`,
    "--accent-soft": `light-dark(${softLight}, ${softDark})`,
  };
}

/** The colour on white paper, for mails. */
export const brandInk = (colour: BrandColour): string => SHADES[colour].light;

/** Every pair of ink and ground that pages make of a colour, for the test that measures them. */
export function brandPairs(colour: BrandColour): { theme: "light" | "dark"; ink: string; ground: string }[] {
  const { light, dark, softLight, softDark } = SHADES[colour];
  return [
    { theme: "light", ink: INK.light, ground: light },
    { theme: "dark", ink: INK.dark, ground: dark },
    { theme: "light", ink: light, ground: softLight },
    { theme: "dark", ink: dark, ground: softDark },
  ];
}
