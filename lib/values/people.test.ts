import { expect, it } from "vitest";
import { fullName, initials, lastFirst, nameKey, personKey, splitName } from "./person-name";
import { displayPhone, parsePhone, storedPhone } from "./phone";

it("takes names apart as people write them", () => {
  expect(splitName("Ali, Amara")).toEqual({ firstName: "Amara", lastName: "Ali" });
  expect(splitName("  Dana   Whitfield ")).toEqual({ firstName: "Dana", lastName: "Whitfield" });
  expect(splitName("Ana de la Cruz")).toEqual({ firstName: "Ana", lastName: "de la Cruz" });
  expect(splitName("Prince")).toEqual({ firstName: "", lastName: "Prince" });
  expect(splitName("")).toEqual({ firstName: "", lastName: "" });
});

it("compares names without accents, capitals and punctuation", () => {
  expect(nameKey("D’Angelo")).toBe(nameKey("dangelo"));
  expect(nameKey("St.John")).toBe(nameKey("St. John"));
  expect(nameKey("JOSÉ Núñez-Ørsted")).toBe("jose nunez orsted");
  expect(nameKey("Straße")).toBe("strasse");
  expect(nameKey("陳")).toBe("陳");
  expect(personKey({ firstName: "Ana", lastName: "Li" })).not.toBe(personKey({ firstName: "Anal", lastName: "I" }));
});

it("puts names together again", () => {
  const peter = { firstName: "Peter", lastName: "D'Angelo" };
  expect([fullName(peter), lastFirst(peter), initials(peter)]).toEqual(["Peter D'Angelo", "D'Angelo, Peter", "PD"]);
  expect(initials({ firstName: "Émile", lastName: "" })).toBe("É");
});

it("reads every way of writing one phone number as the same number", () => {
  const written = ["773-555-6530", "7735556530", "+1 773 555 6530", "773.555.6530", "(773) 555-6530", "1-773-555-6530"];
  expect(new Set(written.map((text) => parsePhone(text)?.e164))).toEqual(new Set(["+17735556530"]));
  expect(parsePhone("(773) 555-6530 ext. 12")).toEqual({
    e164: "+17735556530",
    extension: "12",
    national: "(773) 555-6530 ext. 12",
  });
  expect(displayPhone("+17735556530")).toBe("(773) 555-6530");
  expect(displayPhone("+17735556530;ext=12")).toBe("(773) 555-6530 ext. 12");
  expect(storedPhone({ e164: "+17735556530", extension: "12", national: "" })).toBe("+17735556530;ext=12");
  expect(displayPhone("+442079460958")).toBe("+44 20 7946 0958");
});

it.each(["", "none", "555", "call me at 773-555-6530 or at home", "=1+1", "9".repeat(200), "773-555-65301234567"])(
  "reads no phone number in %j",
  (text) => {
    expect(parsePhone(text)).toBeNull();
  },
);
