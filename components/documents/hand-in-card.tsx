"use client";
import { Upload as UploadMark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { ACCEPTED, addressOfHandedIn } from "./send-file";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

type HandInCardProps = { clients: readonly { id: string; name: string }[] };

/** Where a contact hands files in for a client they act for. */
export function HandInCard({ clients }: HandInCardProps) {
  const t = useTranslations("shared-documents.handIn");
  const [first] = clients;
  const [clientId, setClientId] = useState(first?.id ?? "");
  const input = useRef<HTMLInputElement>(null);
  const { add, ...list } = useUploads(({ file }) => addressOfHandedIn(clientId, file));
  const several = clients.length > 1;
  return (
    <Card title={t("title")}>
      <div className="grid gap-3">
        <p className="max-w-prose text-muted text-pretty">
          {several ? t("bodySeveral") : t("body", { client: first?.name ?? "" })}
        </p>
        {several && (
          <SelectField
            name="clientId"
            label={t("client")}
            options={clients.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={clientId}
            onChange={(event) => setClientId(event.currentTarget.value)}
          />
        )}
        <div>
          <Button icon={<UploadMark aria-hidden />} onPress={() => input.current?.click()}>
            {t("choose")}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label={t("chooseLabel")}
          onChange={(event) => {
            void add(Array.from(event.target.files ?? []));
            event.target.value = "";
          }}
        />
        <UploadList {...list} />
      </div>
    </Card>
  );
}
