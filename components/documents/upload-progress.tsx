"use client";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Upload } from "./use-uploads";

type UploadProgressProps = { upload: Upload; onAgain: () => void; onDismiss: () => void };

/** One file on its way: how far it is, that it arrived, or why it was not taken. */
export function UploadProgress({ upload, onAgain, onDismiss }: UploadProgressProps) {
  const t = useTranslations("files.upload");
  const { file, state, sent, message } = upload;
  if (state === "sending")
    return <ProgressBar label={t("uploading", { name: file.name })} value={sent} max={file.size} />;
  if (state === "done")
    return (
      <p className="flex items-center gap-2 text-sm text-success">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        <span className="truncate">{file.name}</span>
      </p>
    );
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium text-danger">{t("failed", { name: file.name })}</p>
        <p>{message ?? t("network")}</p>
      </div>
      {!message && (
        <Button size="sm" onPress={onAgain}>
          {t("tryAgain")}
        </Button>
      )}
      <IconButton small label={t("dismiss")} icon={<X />} onPress={onDismiss} />
    </div>
  );
}
