import { followAction, unfollowAction } from "@/lib/features/notices/actions";
import { pinNoteAction, unpinNoteAction } from "@/lib/features/pins/actions";

/** What can be done on top of any record. */
export const MARK_ACTIONS = {
  pin: pinNoteAction,
  unpin: unpinNoteAction,
  follow: followAction,
  unfollow: unfollowAction,
};
