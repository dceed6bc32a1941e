import { statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, db, inTransaction } from "@/lib/platform/db/db";
import { RefusalError } from "@/lib/platform/refusal";
import { PNG } from "@/prisma/factories/picture";
import { filesFolder, s3Disk } from "./disk";
import { fileResponse } from "./response";
import { deleteStoredFile, openStoredFile, readStoredFile, storeFile } from "./store";
import { isHarmlessArchive, storeUpload, type UploadKind } from "./upload";

const bytes = new TextEncoder().encode("signed and sealed");
const store = (name = "agreement.txt") =>
  inTransaction((tx) => storeFile(tx, { name, contentType: "text/plain", bytes }));

afterAll(closeDatabase);

describe("the file store", () => {
  it("FI-03 keeps a file under a random key that only the app's own user can read", async () => {
    const { id, sha256 } = await store("../../../etc/cron.d/evil");
    const row = await db.storedFile.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ name: "evil", sha256, size: bytes.length });
    expect(row.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{36}$/);
    expect(statSync(path.join(filesFolder(), row.key)).mode & 0o777).toBe(0o600);
  });

  it("gives it back whole or piece by piece, and nothing for a stranger's id", async () => {
    const { id } = await store();
    expect(Buffer.from((await readStoredFile(db, id))?.bytes ?? []).toString()).toBe("signed and sealed");
    const opened = await openStoredFile(db, id);
    expect(await new Response(opened?.stream).text()).toBe("signed and sealed");
    expect(await readStoredFile(db, "0193a000-0000-7000-8000-000000000000")).toBeNull();
    await inTransaction((tx) => deleteStoredFile(tx, id));
    expect(await readStoredFile(db, id)).toBeNull();
  });

  it("FI-04 is downloaded, never run and never cached", async () => {
    const file = await readStoredFile(db, (await store("Año.txt")).id);
    if (!file) throw new Error("no file");
    const response = fileResponse(file);
    expect(await response.text()).toBe("signed and sealed");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-disposition": "attachment; filename=\"Ano.txt\"; filename*=UTF-8''A%C3%B1o.txt",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });

  it("keeps files in a bucket just the same", async () => {
    const S3rver = createRequire(import.meta.url)("s3rver") as new (
      options: object,
    ) => {
      run(): Promise<{ port: number }>;
      close(): Promise<void>;
    };
    const directory = path.join(process.env.DATA_DIR ?? "", "s3");
    const server = new S3rver({
      port: 0,
      address: "127.0.0.1",
      silent: true,
      directory,
      configureBuckets: [{ name: "files" }],
    });
    const { port } = await server.run();
    const endpoint = `http://127.0.0.1:${port}`;
    const disk = await s3Disk({
      bucket: "files",
      region: "us-east-1",
      endpoint,
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
    });
    await disk.put("ab/abc", bytes, { contentType: "text/plain" });
    expect(Buffer.from(await disk.getBytes("ab/abc")).toString()).toBe("signed and sealed");
    await disk.delete("ab/abc");
    expect(await disk.exists("ab/abc")).toBe(false);
    await server.close();
  });
});

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
const ALL: readonly UploadKind[] = ["pdf", "png", "jpg", "docx", "xlsx", "csv", "txt"];

/** The list at a zip's end, with one entry of a declared size. */
function zipWith(name: string, { packed, size }: { packed: number; size: number }) {
  const entry = Buffer.alloc(46 + name.length);
  entry.write("PK\x01\x02", 0, "latin1");
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46, "latin1");
  return entry;
}

function pngOf(width: number, height: number): Buffer {
  const picture = Buffer.from(PNG);
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

/** The beginning of a JPEG: its mark, a segment that says nothing of its size, its frame header. */
function jpegOf(width: number, height: number): Buffer {
  const start = Buffer.from("ffd8ffe000104a46494600010100000100010000ffc00011080000000003012200021101031101", "hex");
  start.writeUInt16BE(height, 25);
  start.writeUInt16BE(width, 27);
  return start;
}

describe("uploads", () => {
  const upload = (name: string, content: Uint8Array | string, allow = ALL, maxBytes = 1000) =>
    inTransaction((tx) =>
      storeUpload(tx, new File([content as BlobPart], name, { type: "text/html" }), { allow, maxBytes }),
    );

  it("FI-01 takes a file by its content and names its type itself", async () => {
    expect(await upload("a.pdf", PDF)).toMatchObject({ contentType: "application/pdf", size: PDF.length });
    expect(await upload("a.PNG", PNG)).toMatchObject({ contentType: "image/png" });
    expect(await upload("a.csv", "name,phone\nAna,1\n")).toMatchObject({ contentType: "text/csv" });
  });

  it.each([
    ["page.html", "<html></html>"],
    ["page.pdf", "<html><script>alert(1)</script>"],
    ["picture.svg", "<svg onload=alert(1)>"],
    ["picture.png", PDF],
    ["list.csv", "<?xml version='1.0'?><svg/>"],
    ["list.txt", "a\0b"],
    ["run.exe", "MZ"],
    ["a.pdf.exe", PDF],
    ["noending", PDF],
    ["table.xlsx", "PK\x03\x04nothing"],
  ])("FI-01 refuses %s when its content is something else", async (name, content) => {
    const before = await db.storedFile.count();
    await expect(upload(name, content)).rejects.toThrow(RefusalError);
    expect(await db.storedFile.count()).toBe(before);
  });

  it("FI-02 refuses empty and too large files, and kinds that this place does not take", async () => {
    await expect(upload("a.pdf", "")).rejects.toThrow("file_missing");
    await expect(upload("a.pdf", new Uint8Array(1001))).rejects.toThrow("file_too_large");
    await expect(upload("a.png", PNG, ["pdf"])).rejects.toThrow("file_kind");
  });

  it.each([
    ["png", 5000, 8000, true],
    ["png", 5001, 8000, false],
    ["png", 65_535, 65_535, false],
    ["jpg", 5000, 8000, true],
    ["jpg", 65_535, 65_535, false],
  ] as const)(
    "FI-02 a %s of %i by %i pixels is judged by its header, in the field it was chosen in",
    async (kind, width, height, taken) => {
      const answer = upload(`scan.${kind}`, kind === "png" ? pngOf(width, height) : jpegOf(width, height));
      if (taken) expect(await answer).toMatchObject({ name: `scan.${kind}` });
      else await expect(answer).rejects.toMatchObject({ code: "picture_too_large", field: "file" });
    },
  );

  it.each([
    ["a.png", pngOf(0, 10)],
    ["a.png", Buffer.from(PNG.subarray(0, 30))],
    ["a.jpg", jpegOf(10, 10).subarray(0, 22)],
  ])("FI-02 a picture that does not say how large it is stays out: %s", async (name, content) => {
    await expect(upload(name, content)).rejects.toThrow("file_kind");
  });

  it("FI-01 FI-02 sees a bomb and a macro by what an archive declares, before unpacking", () => {
    expect(isHarmlessArchive(zipWith("word/document.xml", { packed: 4000, size: 20_000 }))).toBe(true);
    expect(isHarmlessArchive(zipWith("word/document.xml", { packed: 4000, size: 50_000_000 }))).toBe(false);
    expect(isHarmlessArchive(zipWith("word/vbaProject.bin", { packed: 10, size: 10 }))).toBe(false);
    const many = Buffer.concat(Array.from({ length: 1001 }, (_, n) => zipWith(`x${n}`, { packed: 1, size: 1 })));
    expect(isHarmlessArchive(many)).toBe(false);
  });
});
