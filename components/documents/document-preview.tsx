import Image from "next/image";
import { useTranslations } from "next-intl";
import type { DocumentItem } from "@/lib/features/documents/copy";
import { paths } from "@/lib/paths";

/** A PDF or picture in place. */
export function DocumentPreview({ item }: { item: Pick<DocumentItem, "id" | "name" | "isPicture"> }) {
  const t = useTranslations("documents");
  const address = paths.api.documentPreview(item.id);
  if (item.isPicture)
    return (
      <div className="grid min-h-60 place-items-center">
        <Image
          src={address}
          alt={item.name}
          width={1600}
          height={1200}
          unoptimized
          className="mx-auto h-auto max-h-[70dvh] w-auto max-w-full rounded-md"
        />
      </div>
    );
  return (
    <>
      <iframe src={address} title={item.name} className="h-[70dvh] w-full rounded-md border border-border" />
      <p className="mt-2 text-muted text-sm">
        {t("noViewer")}{" "}
        <a href={paths.api.document(item.id)} download className="text-accent underline underline-offset-2">
          {t("download")}
        </a>
      </p>
    </>
  );
}
