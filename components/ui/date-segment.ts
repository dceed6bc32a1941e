/** One editable part of a date or a time. */
export const SEGMENT =
  "rounded-md px-0.5 tabular-nums outline-none type-literal:px-0 placeholder-shown:text-muted focus:bg-accent focus:text-on-accent";
