import { expect, it } from "vitest";
import { meetingAddress } from "./fields";

it("takes only encrypted addresses for meetings, and none that pretends to lead elsewhere", () => {
  const isFine = (text: string) => meetingAddress.safeParse(text).success;
  expect(isFine("https://meet.example.org/r/44?pwd=a1")).toBe(true);
  for (const text of [
    "http://meet.example.org/r/44",
    "javascript:alert(1)//https://meet.example.org",
    "https://meet.example.org@evil.example",
    "meet.example.org",
    "https://meet",
  ])
    expect(isFine(text), text).toBe(false);
});

it("says what to use instead of an address that is not encrypted", () => {
  const { error } = meetingAddress.safeParse("http://meet.example.org/r/44");
  expect(error?.issues.map(({ message }) => message)).toEqual(["meeting_address"]);
});
