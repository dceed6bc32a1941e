/**
 * Words that run in the browser, by the folder of app whose layout hands them out; inner folders add to outer ones.
 * `npm run check` compares this with what "use client" files ask for: too little shows keys, too much weighs on each page.
 */
export const BROWSER_NAMESPACES = {
  "": ["ui"],
  "(portal)/(door)": ["sign-in"],
  "(portal)/(inside)": ["shell", "sign-in", "agreements", "scheduling.hours"],
  "(portal)/(public)": ["shell", "training"],
  "(staff)/staff/(door)": ["sign-in"],
  "(staff)/staff/(inside)": ["shell"],
  "(staff)/staff/(inside)/account": ["accounts", "sign-in"],
  "(staff)/staff/(inside)/admin": [
    "accounts",
    "agreements.admin",
    "duplicates",
    "imports.apply",
    "imports.banner",
    "imports.columns",
    "imports.names",
    "imports.upload",
    "operations.progress",
    "operations.undo",
    "templates",
  ],
  "(staff)/staff/(inside)/clients": [
    "agreements.staff",
    "clients",
    "contacts.relationship",
    "saved-filters",
    "scheduling.hours",
  ],
  "(staff)/staff/(inside)/contacts": ["clients.notes", "contacts.record", "contacts.relationship", "portal-logins"],
  "(staff)/staff/(inside)/events": ["training.staff"],
  "(staff)/staff/(inside)/mailings": ["mailings.discard", "mailings.letter", "mailings.progress", "templates"],
  "(staff)/staff/(inside)/practitioners": ["clients.notes"],
} as const;

export type BrowserArea = keyof typeof BROWSER_NAMESPACES;
