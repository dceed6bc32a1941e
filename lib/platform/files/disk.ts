import "server-only";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/platform/env";

export type S3Place = {
  bucket: string;
  region: string;
  endpoint: string | null;
  accessKeyId: string | null;
  secretAccessKey: string | null;
};

/** A bucket of an S3-compatible store. An own endpoint means a store that may not speak Amazon's newest checksums. */
export async function s3Disk({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Place): Promise<Disk> {
  // Large, and only of use where a bucket is.
  const { S3Driver } = await import("flydrive/drivers/s3");
  const credentials = accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {};
  const own = endpoint ? { endpoint, forcePathStyle: true } : {};
  return new Disk(
    new S3Driver({
      ...credentials,
      ...own,
      region,
      bucket,
      visibility: "private",
      supportsACL: false,
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    }),
  );
}

/** Where files of this data folder lie: outside of everything that is served. */
export function filesFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ env().DATA_DIR, "files");
}

function fileDisk(): Disk {
  return new Disk(new FSDriver({ location: pathToFileURL(`${filesFolder()}/`), visibility: "private" }));
}

let kept: Promise<Disk> | null = null;

/** The file store that the configuration names: a bucket where S3_BUCKET is set, else the data folder. */
export function disk(): Promise<Disk> {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  kept ??= S3_BUCKET
    ? s3Disk({
        bucket: S3_BUCKET,
        region: S3_REGION ?? "us-east-1",
        endpoint: S3_ENDPOINT ?? null,
        accessKeyId: S3_ACCESS_KEY_ID ?? null,
        secretAccessKey: S3_SECRET_ACCESS_KEY ?? null,
      })
    : Promise.resolve(fileDisk());
  return kept;
}
