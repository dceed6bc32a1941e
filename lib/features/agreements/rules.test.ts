import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { drawingOf } from "./drawings/rules";
import { blocksOf, chosenToSign, isOwnName, maySign, standingOf, textFingerprint, textFor } from "./rules";
import { newVerificationCode, verificationCodeOf } from "./verification/rules";

describe("the text of an agreement", () => {
  it("is read as headings, paragraphs and lists", () => {
    expect(blocksOf("First\nline.\n\n## Part\n\n- one\n- two\n\n\n ")).toEqual([
      { kind: "paragraph", text: "First line." },
      { kind: "heading", text: "Part" },
      { kind: "list", items: ["one", "two"] },
    ]);
    expect(blocksOf("## Part\nWe ask you:\n- one\n- two\nThank you.")).toEqual([
      { kind: "heading", text: "Part" },
      { kind: "paragraph", text: "We ask you:" },
      { kind: "list", items: ["one", "two"] },
      { kind: "paragraph", text: "Thank you." },
    ]);
  });

  it("has another fingerprint as soon as one character differs", () => {
    const text = { language: "en", title: "Agreement", body: "We advise you." };
    expect(textFingerprint(text)).toMatch(/^[0-9a-f]{64}$/);
    expect(textFingerprint({ ...text, body: "We advise you!" })).not.toBe(textFingerprint(text));
    expect(textFingerprint({ ...text, language: "es" })).not.toBe(textFingerprint(text));
  });

  it("is shown in the reader's language, else in English", () => {
    const texts = [{ language: "en" }, { language: "es" }];
    expect(textFor(texts, "es")?.language).toBe("es");
    expect(textFor([{ language: "en" }], "es")?.language).toBe("en");
    expect(textFor([], "es")).toBeNull();
  });
});

describe("who signs", () => {
  it("S2-18 S2-19 is owner, primary contact or guardian", () => {
    const none = { isOwner: false, isPrimary: false, isGuardian: false };
    expect(maySign(none)).toBe(false);
    expect(
      [{ isOwner: true }, { isPrimary: true }, { isGuardian: true }].every((as) => maySign({ ...none, ...as })),
    ).toBe(true);
  });

  it("signs in their own name, however it is accented", () => {
    expect(isOwnName("jose  garcia", "José García")).toBe(true);
    expect(isOwnName("O’Neil, Pat", "O'Neil Pat")).toBe(true);
    expect(isOwnName("Josefa García", "José García")).toBe(false);
  });

  it("is asked first for the client that is unsigned", () => {
    const signed = { clientId: "a", maySign: true, standing: "current" as const };
    const older = { clientId: "b", maySign: true, standing: "earlier" as const };
    const unsigned = { clientId: "c", maySign: true, standing: "unsigned" as const };
    const foreign = { clientId: "d", maySign: false, standing: "unsigned" as const };
    expect(chosenToSign([signed, older, foreign, unsigned], null)).toBe(unsigned);
    expect(chosenToSign([signed, older, unsigned], "b")).toBe(older);
    expect(chosenToSign([signed, older, foreign], "d")).toBeNull();
  });

  it("has an agreement by any signature, and the current one by one of its number", () => {
    expect(standingOf([], [2])).toBe("unsigned");
    expect(standingOf([null], [2])).toBe("earlier");
    expect(standingOf([2, 1], [2])).toBe("current");
    expect(standingOf([null], [])).toBe("current");
    expect(standingOf([3], [3, 4])).toBe("current");
    expect(standingOf([2, null], [3, 4])).toBe("earlier");
  });
});

describe("a verification code", () => {
  it("is found however it was typed, and only when it can be one", () => {
    const code = newVerificationCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(verificationCodeOf(code.toLowerCase().replaceAll("-", ""))).toBe(code);
    expect(verificationCodeOf("OI00-0000-0000-000L")).toBe("0100-0000-0000-0001");
    expect(verificationCodeOf("1234")).toBeNull();
    expect(verificationCodeOf("U".repeat(16))).toBeNull();
  });

  it("is never the same twice", () => {
    expect(new Set(Array.from({ length: 1000 }, newVerificationCode)).size).toBe(1000);
  });
});

/** A PNG of one colour, as a canvas makes it. */
function picture(options: { width?: number; height?: number; claimed?: number } = {}): string {
  const { width = 4, height = 3 } = options;
  const { claimed = height } = options;
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(claimed, 4);
  head[8] = 8;
  head[9] = 6;
  const pixels = deflateSync(Buffer.alloc(height * (1 + width * 4)));
  const parts = [chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  const bytes = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts]);
  return `data:image/png;base64,${bytes.toString("base64")}`;
}

describe("a drawn signature", () => {
  it("is taken as our pad makes it", () => {
    expect(drawingOf(picture())).not.toBeNull();
  });

  it("is refused when it is no PNG, lies about its size, or would unpack to more than it says", () => {
    expect(drawingOf("data:image/svg+xml;base64,PHN2Zz4=")).toBeNull();
    expect(drawingOf("data:image/png;base64,AAAA")).toBeNull();
    expect(drawingOf(picture({ claimed: 30 }))).toBeNull();
    expect(drawingOf(picture({ height: 300, claimed: 3 }))).toBeNull();
    expect(drawingOf(picture({ claimed: 100_000 }))).toBeNull();
    expect(drawingOf(picture().slice(0, -40))).toBeNull();
  });
});
