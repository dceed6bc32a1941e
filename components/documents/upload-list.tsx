"use client";
import { useTranslations } from "next-intl";
import { UploadProgress } from "./upload-progress";
import type { useUploads } from "./use-uploads";

type UploadListProps = Omit<ReturnType<typeof useUploads>, "add">;

/** Files on their way, one below the other; how many arrived is said aloud. */
export function UploadList({ uploads, again, dismiss }: UploadListProps) {
  const t = useTranslations("files.upload");
  const done = uploads.filter(({ state }) => state === "done").length;
  return (
    <div aria-live="polite" className="grid gap-2 empty:hidden">
      {done > 0 && <p className="sr-only">{t("added", { count: done })}</p>}
      {uploads.map((upload) => (
        <UploadProgress
          key={upload.key}
          upload={upload}
          onAgain={() => void again(upload)}
          onDismiss={() => dismiss(upload.key)}
        />
      ))}
    </div>
  );
}
