import { paths } from "@/lib/paths";

/** What a chooser of files offers; the content decides. */
export const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.tsv,.txt";

export type SentFile = { ok: true } | { ok: false; message: string | null };

/** Sends one file as the body of a request, telling how far it has come; never throws. */
export function sendFile(address: string, file: File, onProgress: (sent: number) => void): Promise<SentFile> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () =>
      resolve(request.status < 300 ? { ok: true } : { ok: false, message: sentence(request.response) });
    request.onerror = () => resolve({ ok: false, message: null });
    request.open("POST", address);
    request.send(file);
  });
}

function sentence(response: unknown): string | null {
  try {
    const { detail } = JSON.parse(String(response));
    return typeof detail === "string" ? detail : null;
  } catch {
    return null;
  }
}

type Place = { kind: string; id: string; folder: string };

/** Where a new file of a record is sent. */
export function addressOfNew({ kind, id, folder }: Place, file: File): string {
  const search = new URLSearchParams({
    subjectKind: kind,
    subjectId: id,
    name: file.name,
    ...(folder ? { folder } : {}),
  });
  return `${paths.api.documents}?${search}`;
}

/** Where a newer file of a document is sent. */
export function addressOfNewer(documentId: string, file: File): string {
  return `${paths.api.documentVersions(documentId)}?${new URLSearchParams({ name: file.name })}`;
}

/** Where a file is sent that is handed in for a client. */
export function addressOfHandedIn(clientId: string, file: File): string {
  return `${paths.api.handedInDocuments}?${new URLSearchParams({ clientId, name: file.name })}`;
}
