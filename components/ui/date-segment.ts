/** One editable part of a date or a time. */
export const SEGMENT =
  "inline-block min-h-6 rounded-md px-0.5 py-0.5 text-center tabular-nums not-type-literal:min-w-6 outline-none type-literal:px-0 placeholder-shown:text-muted focus:bg-accent focus:text-on-accent";
