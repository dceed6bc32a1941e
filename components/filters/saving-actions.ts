import {
  deleteFilterAction,
  replaceFilterAction,
  saveFilterAction,
  shareFilterAction,
} from "@/lib/features/filters/actions";

/** What can be done with saved filters, of whichever list. */
export const SAVED_FILTER_ACTIONS = {
  save: saveFilterAction,
  replace: replaceFilterAction,
  share: shareFilterAction,
  remove: deleteFilterAction,
};
