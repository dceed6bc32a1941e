import { now } from "@/lib/platform/clock";
import { inTransaction, type Prisma } from "@/lib/platform/db/db";
import { storeFile } from "@/lib/platform/files/store";
import { nextNumber } from "./sequence";

type DocumentOptions = Partial<Prisma.DocumentUncheckedCreateInput> & { subjectId: string; bytes?: Uint8Array };

/** A text on a client (or another record), with its one version. */
export async function document({ bytes, ...options }: DocumentOptions) {
  const { name = `Letter ${nextNumber()}.txt`, contentType = "text/plain", addedBy = "Sam Staff" } = options;
  const content = bytes ?? new TextEncoder().encode(`Text of ${name}`);
  const at = options.createdAt ?? now();
  return inTransaction(async (tx) => {
    const stored = await storeFile(tx, { name, contentType, bytes: content });
    const kept =
      (await tx.documentContent.findUnique({ where: { sha256: stored.sha256 } })) ??
      (await tx.documentContent.create({ data: { sha256: stored.sha256, fileId: stored.id, createdAt: at } }));
    const size = content.byteLength;
    const version = { number: 1, contentId: kept.id, fileName: name, contentType, size, addedBy, createdAt: at };
    return tx.document.create({
      data: {
        subjectKind: "client",
        changedAt: at,
        createdAt: at,
        size,
        totalSize: size,
        addedBy,
        ...options,
        name,
        contentType,
        versions: { create: version },
      },
    });
  });
}
