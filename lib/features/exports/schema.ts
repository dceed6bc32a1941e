/** The lists that can be taken out as a file. */
export const EXPORTED_LISTS = ["clients", "contacts", "prospects"] as const;
export type ExportedList = (typeof EXPORTED_LISTS)[number];
