"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { sendFile } from "./send-file";

export type Upload = {
  key: number;
  file: File;
  folder: string;
  sent: number;
  state: "sending" | "done" | "refused";
  message: string | null;
};

const AT_ONCE = 2;

/** Files on their way to where `addressOf` says, a few at a time; what one is refused for does not stop the others. */
export function useUploads(addressOf: (upload: Pick<Upload, "file" | "folder">) => string) {
  const router = useRouter();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const nextKey = useRef(1);
  const change = (key: number, to: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)));

  async function send({ key, file, folder }: Upload) {
    change(key, { state: "sending", sent: 0, message: null });
    const sent = await sendFile(addressOf({ file, folder }), file, (bytes) => change(key, { sent: bytes }));
    change(key, sent.ok ? { state: "done" } : { state: "refused", message: sent.message });
  }

  async function add(files: readonly File[], folder = "") {
    const added = files.map((file): Upload => {
      nextKey.current += 1;
      return { key: nextKey.current, file, folder, sent: 0, state: "sending", message: null };
    });
    setUploads((all) => [...all.filter(({ state }) => state !== "done"), ...added]);
    const waiting = [...added];
    const lane = async () => {
      for (let upload = waiting.shift(); upload; upload = waiting.shift()) await send(upload);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    router.refresh();
  }

  const again = async (upload: Upload) => {
    await send(upload);
    router.refresh();
  };
  const dismiss = (key: number) => setUploads((all) => all.filter((upload) => upload.key !== key));
  return { uploads, add, again, dismiss };
}
