/** The palette: names of colours that read well in light and dark. */
export const CLIENT_COLOURS = ["teal", "blue", "violet", "pink", "red", "amber", "lime", "slate"] as const;
export type ClientColour = (typeof CLIENT_COLOURS)[number];
