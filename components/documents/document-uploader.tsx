"use client";
import { Upload as UploadMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ACCEPTED, addressOfNew } from "./send-file";
import { UploadList } from "./upload-list";
import { useDrop } from "./use-drop";
import { useUploads } from "./use-uploads";

type DocumentUploaderProps = { subject: { kind: string; id: string }; folders: readonly string[] };

/** Where files are dropped or chosen, several at once. */
export function DocumentUploader({ subject, folders }: DocumentUploaderProps) {
  const t = useTranslations("documents");
  const { add, ...list } = useUploads(({ file, folder: into }) => addressOfNew({ ...subject, folder: into }, file));
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (files: readonly File[]) => void add(files, folder.current?.value.trim() ?? "");
  const area = useRef<HTMLDivElement>(null);
  const over = useDrop(area, take);
  return (
    <div className="grid gap-3 p-4">
      <div
        ref={area}
        className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-dashed px-4 py-3 ${over ? "border-accent bg-accent-soft" : "border-strong"}`}
      >
        <UploadMark aria-hidden className="hidden size-5 text-muted sm:block" />
        <span className="hidden text-muted sm:inline">{t("drop")}</span>
        <Button onPress={() => input.current?.click()}>{t("choose")}</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label={t("chooseLabel")}
          onChange={(event) => {
            take(Array.from(event.target.files ?? []));
            event.target.value = "";
          }}
        />
        <label htmlFor={id} className="flex min-w-0 flex-1 items-center gap-2 text-muted text-sm sm:justify-end">
          <span className="shrink-0">{t("folder")}</span>
          <input
            ref={folder}
            id={id}
            list={`${id}-folders`}
            maxLength={80}
            className="control w-full min-w-0 max-w-48"
          />
        </label>
        <datalist id={`${id}-folders`}>
          {folders.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p className="w-full text-muted text-sm">{t("help")}</p>
      </div>
      <UploadList {...list} />
    </div>
  );
}
