"use client";
import { Eraser } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type Pad from "signature_pad";
import { Button } from "./button";
import { FieldMessage } from "./field-message";
import { useField } from "./form-context";

/**
 * A place to draw a signature; posts it as a PNG data URL, or nothing. It cannot be drawn by keyboard, so the form must
 * always offer typing the name beside it.
 */
export function SignaturePad({ name, label }: { name: string; label: string }) {
  const t = useTranslations("ui");
  const field = useField(name, { words: { label } });
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad | null>(null);
  const [image, setImage] = useState("");
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const surface = canvas.current;
    if (!surface) return;
    let end: (() => void) | null = null;
    let gone = false;
    const begin = async () => {
      const { default: SurfacePad } = await import("signature_pad");
      if (gone) return;
      // Dark ink on white in both themes: the drawing ends up on paper.
      const drawn = new SurfacePad(surface, { penColor: "#12141c", backgroundColor: "#ffffff" });
      pad.current = drawn;
      drawn.addEventListener("endStroke", () => setImage(drawn.toDataURL("image/png")));
      end = fitting(drawn, surface);
      setReady(true);
    };
    void begin();
    return () => {
      gone = true;
      end?.();
    };
  }, []);

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      <div className="relative">
        <canvas
          ref={canvas}
          role="img"
          aria-busy={!ready}
          aria-label={t("signatureDraw")}
          className="h-40 w-full cursor-crosshair touch-none rounded-md border border-strong bg-[#fff]"
        />
        <span aria-hidden className="pointer-events-none absolute inset-x-6 bottom-9 border-[#b9bec8] border-b" />
      </div>
      <input type="hidden" name={name} value={image} />
      <div className="mt-1 flex items-start gap-3">
        <div className="flex-1">
          <FieldMessage id={field.messageId} error={field.error} help={t("signatureDraw")} />
        </div>
        <Button
          size="sm"
          variant="ghost"
          icon={<Eraser aria-hidden />}
          onPress={() => {
            pad.current?.clear();
            setImage("");
          }}
        >
          {t("signatureClear")}
        </Button>
      </div>
    </fieldset>
  );
}

/** Keeps the drawing as sharp as the screen and as wide as its place; answers how to stop. */
function fitting(drawn: Pad, surface: HTMLCanvasElement) {
  const fit = new ResizeObserver(() => {
    const ratio = window.devicePixelRatio || 1;
    const strokes = drawn.toData();
    surface.width = surface.offsetWidth * ratio;
    surface.height = surface.offsetHeight * ratio;
    surface.getContext("2d")?.scale(ratio, ratio);
    drawn.fromData(strokes);
  });
  fit.observe(surface);
  return () => {
    fit.disconnect();
    drawn.off();
  };
}
