import { describe, expect, it } from "vitest";
import { choiceAddress } from "@/lib/features/prospects/rules";
import { prospectSearch } from "@/lib/features/prospects/schema";
import { newId } from "@/lib/values/id";
import { choiceText, resolveProspects } from "./rules";

const stage = newId();
const saved = {
  id: newId(),
  name: "Mine, overdue",
  shared: false,
  own: true,
  query: { filter: choiceText({ stage, next: "overdue" }), q: "bakery", sort: "name" },
};
const resolve = (parameters: object) => resolveProspects(prospectSearch.parse(parameters), [saved]);

describe("a saved filter of prospects", () => {
  it("shows what was saved, page by page, and says when it was changed", () => {
    expect(resolve({ saved: saved.id, page: "2" })).toMatchObject({
      search: { stage, next: "overdue", q: "bakery", sort: "name", page: "2", saved: saved.id },
      edited: false,
    });
    expect(resolve({ saved: saved.id, stage })).toMatchObject({ search: { stage }, edited: true });
    expect(resolve({ stage })).toMatchObject({ saved: null, edited: false, savedGone: false });
  });

  it("that is gone lists everything and says so", () => {
    expect(resolve({ saved: newId() })).toMatchObject({ saved: null, savedGone: true });
  });

  it("leaves the address with the last thing that was chosen", () => {
    const choice = { saved: saved.id, stage };
    expect(choiceAddress("/list", choice, { next: "none" })).toContain(`saved=${saved.id}`);
    expect(choiceAddress("/list", choice, { stage: undefined })).toBe("/list");
  });
});
