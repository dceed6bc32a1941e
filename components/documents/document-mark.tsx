import { FileImage, FileSpreadsheet, FileText } from "lucide-react";
import type { DocumentKind } from "@/lib/features/documents/copy";

const MARKS = {
  pdf: <FileText aria-hidden className="size-5 text-danger" />,
  picture: <FileImage aria-hidden className="size-5 text-accent" />,
  sheet: <FileSpreadsheet aria-hidden className="size-5 text-success" />,
  text: <FileText aria-hidden className="size-5 text-muted" />,
};

/** What kind of file it is, as a picture; the name's ending says it in words. */
export function DocumentMark({ kind }: { kind: DocumentKind }) {
  return <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-hover">{MARKS[kind]}</span>;
}
