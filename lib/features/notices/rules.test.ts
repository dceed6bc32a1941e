import { expect, it } from "vitest";
import { mentionedIn } from "./rules";

const colleagues = [
  { id: "ann", name: "Ann Lei" },
  { id: "leigh", name: "Ann Leigh" },
  { id: "jose", name: "José Núñez" },
  { id: "sam1", name: "Sam Staff" },
  { id: "sam2", name: "Sam Staff" },
];

it.each([
  ["@Ann Lei, please call", ["ann"]],
  ["@Ann Leigh please", ["leigh"]],
  ["cc @ann lei and @JOSÉ NÚÑEZ.", ["ann", "jose"]],
  ["@Ann Leiter is somebody else", []],
  ["mail to ann@example.org", []],
  ["@Sam Staff", ["sam1", "sam2"]],
  ["@", []],
])("%s mentions %j", (text, expected) => {
  expect(mentionedIn(text, colleagues)).toEqual(expected);
});
