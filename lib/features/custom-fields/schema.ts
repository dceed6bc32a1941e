// Without zod: forms, filters and lists need this in the browser.

/** The kinds of records that fields can be added to. */
export const CUSTOM_RECORDS = ["client", "contact", "prospect"] as const;
export type CustomRecord = (typeof CUSTOM_RECORDS)[number];

export const CUSTOM_TYPES = ["text", "number", "date", "choice", "yes_no"] as const;
export type CustomType = (typeof CUSTOM_TYPES)[number];

export const CUSTOM_LIMITS = { fields: 30, choices: 200, text: 500 } as const;

export type CustomChoice = { id: string; label: string; archived: boolean };

/** A field of the organization's own, as forms, filters and lists need it. */
export type CustomField = {
  id: string;
  label: string;
  help: string | null;
  type: CustomType;
  mandatory: boolean;
  archived: boolean;
  /** In their order, archived ones among them; none where the type is not "choice". */
  choices: CustomChoice[];
};

/**
 * A field with what one record has in it: text as typed, a number in plain digits, a local date, the id of a choice,
 * "yes" or "no".
 */
export type CustomValue = CustomField & { value: string | null };

/** What a form says, by the id of the field. */
export type CustomInput = Record<string, string>;
