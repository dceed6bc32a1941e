import { describe, expect, it } from "vitest";
import { newId } from "@/lib/values/id";
import { centerSlug, inquiryBlocker, inquiryToken, readInquiryToken } from "./rules";

const now = new Date("2026-11-22T15:00:00Z");
const shown = { key: newId(), at: now.getTime() - 60_000 };

describe("the page that anybody may write through", () => {
  it("knows its own forms and no others", () => {
    const token = inquiryToken(shown, "secret");
    expect(readInquiryToken(token, "secret")).toEqual(shown);
    expect(readInquiryToken(token, "another secret")).toBeNull();
    expect(readInquiryToken(token.replace(String(shown.at), String(shown.at - 1)), "secret")).toBeNull();
    expect(readInquiryToken("", "secret")).toBeNull();
  });

  it("takes what a person could have written, and nothing else", () => {
    const blocker = (age: number, website: string | null = null) =>
      inquiryBlocker({ shown: { ...shown, at: now.getTime() - age }, website }, { now });
    expect(blocker(60_000)).toBeNull();
    expect(blocker(1_000)).toBe("tooFast");
    expect(blocker(60_000, "https://spam.example")).toBe("hiddenField");
    expect(blocker(25 * 3_600_000)).toBe("stale");
    expect(inquiryBlocker({ shown: null, website: null }, { now })).toBe("stale");
  });

  it("has an address made of the center's name", () => {
    expect(["Grand Rapids Center", " Québec – Été!", "中文"].map(centerSlug)).toEqual([
      "grand-rapids-center",
      "quebec-ete",
      "",
    ]);
  });
});
