import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

export type ToastMessage = {
  message: string;
  tone?: "neutral" | "success" | "danger";
  undo?: () => void;
  undoLabel?: string;
};

const READING_TIME_MS = 10_000;

export const toasts = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Tells the person what happened. It goes after ten seconds, unless pointed at or focused; what failed stays. */
export function toast(message: ToastMessage) {
  return toasts.add(message, { timeout: message.tone === "danger" ? undefined : READING_TIME_MS });
}
