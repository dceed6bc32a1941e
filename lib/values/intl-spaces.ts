/**
 * Since CLDR 42 times carry U+202F before AM and PM, and ranges U+2009 around the dash. Browsers disagree on whether to
 * print them or plain spaces, and Node disagrees with itself, so text made on the server would differ from the same text
 * made in the browser. Importing this file, once on each side, gives plain spaces everywhere.
 */

type Part = { value: string };
type Method<Result> = (this: Intl.DateTimeFormat, ...times: unknown[]) => Result;

const DONE = Symbol.for("caseload.plain-spaces");
const prototype: object = Intl.DateTimeFormat.prototype;

function plain(text: string) {
  return text.replace(/[\u202f\u2009]/gu, " ");
}

function method<Result>(name: string): Method<Result> {
  return Reflect.get(prototype, name);
}

function replace(name: string, value: unknown) {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

function plainText(name: "formatRange") {
  const original = method<string>(name);
  replace(name, function formatPlainly(this: Intl.DateTimeFormat, ...times: unknown[]) {
    return plain(original.apply(this, times));
  });
}

function plainParts(name: "formatToParts" | "formatRangeToParts") {
  const original = method<Part[]>(name);
  replace(name, function formatPlainly(this: Intl.DateTimeFormat, ...times: unknown[]) {
    return original.apply(this, times).map((part) => ({ ...part, value: plain(part.value) }));
  });
}

/** `format` is a getter that hands out a function bound to its formatter. */
function plainFormat() {
  const original = Object.getOwnPropertyDescriptor(prototype, "format");
  if (!original?.get) return;
  const bound: (this: Intl.DateTimeFormat) => Intl.DateTimeFormat["format"] = original.get;
  Object.defineProperty(prototype, "format", {
    ...original,
    get(this: Intl.DateTimeFormat) {
      const format = bound.call(this);
      return (time?: Date | number) => plain(format(time));
    },
  });
}

if (!Reflect.has(prototype, DONE)) {
  Object.defineProperty(prototype, DONE, { value: true });
  plainText("formatRange");
  plainParts("formatToParts");
  plainParts("formatRangeToParts");
  plainFormat();
}

export {};
