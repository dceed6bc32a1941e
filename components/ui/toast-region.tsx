"use client";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
} from "react-aria-components/Toast";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { toasts } from "./toast";

const MARKS = {
  neutral: <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />,
  success: <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />,
  danger: <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />,
};

/** Where toasts appear: a landmark that F6 reaches and screen readers announce. What lies below one can be pressed through it. */
export function ToastRegion() {
  const t = useTranslations("ui");
  return (
    <AriaToastRegion
      queue={toasts}
      aria-label={t("notifications")}
      className="pointer-events-none fixed right-4 bottom-[calc(1rem+var(--tabs-h,0px))] left-4 z-50 flex flex-col-reverse gap-2 rounded-lg sm:left-auto sm:w-96 print:hidden"
    >
      {({ toast }) => (
        <Toast
          toast={toast}
          className="flex items-start gap-2.5 rounded-lg border border-border bg-raised p-2 pl-3 shadow-raised [&_button]:pointer-events-auto"
        >
          <span className="flex h-(--control-sm) items-center [&_svg]:mt-0">
            {MARKS[toast.content.tone ?? "neutral"]}
          </span>
          <ToastContent className="min-w-0 flex-1 py-[0.3rem]">
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              size="sm"
              onPress={() => {
                toast.content.undo?.();
                toasts.close(toast.key);
              }}
            >
              {toast.content.undoLabel ?? t("undo")}
            </Button>
          )}
          <IconButton slot="close" small label={t("close")} icon={<X />} />
        </Toast>
      )}
    </AriaToastRegion>
  );
}
