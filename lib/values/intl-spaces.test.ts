import { expect, it } from "vitest";
import "./intl-spaces";

const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
const [morning, noon] = [0, 3_600_000];

it("a person reads plain spaces in times, whichever way they were made", () => {
  const texts = [
    clock.format(morning),
    clock.formatRange(morning, noon),
    clock
      .formatToParts(morning)
      .map((part) => part.value)
      .join(""),
    clock
      .formatRangeToParts(morning, noon)
      .map((part) => part.value)
      .join(""),
  ];
  expect(texts.join("|")).not.toMatch(/[\u202f\u2009]/u);
  expect(texts[0]).toBe("12:00 AM");
});
