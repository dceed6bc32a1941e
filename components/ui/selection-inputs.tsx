"use client";
import { useSelection } from "./selection";

/** What the form posts about the choice: `ids[]`, or `all` and `except[]`. The page adds the filter it shows. */
export function SelectionInputs() {
  const { all, ids, except } = useSelection();
  return (
    <>
      {all && <input type="hidden" name="all" value="true" />}
      {[...(all ? except : ids)].map((id) => (
        <input key={id} type="hidden" name={all ? "except[]" : "ids[]"} value={id} />
      ))}
    </>
  );
}
