import type { Metadata } from "next";
import { EditionForm } from "@/components/api/edition-form";
import { KeyList } from "@/components/api/key-list";
import { revokeApiKeyAction } from "@/lib/features/api/keys/actions";
import { keyItem, sampleCall } from "@/lib/features/api/keys/copy";
import { listKeys } from "@/lib/features/api/keys/queries";
import { changeEditionAction } from "@/lib/features/settings/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "API" };

export default async function ApiKeysPage() {
  const actor = await admit("api.manage");
  const [keys, edition, { timeZone }] = await Promise.all([
    listKeys(actor),
    findSetting("edition"),
    findSetting("organization"),
  ]);
  const context = { now: now(), zone: timeZone };
  return (
    <KeyList
      keys={keys.map((key) => keyItem(key, context))}
      isOff={edition.edition === "STANDARD"}
      sample={sampleCall(env().APP_ORIGIN, paths.api.v1("testimonials"))}
      edition={<EditionForm value={edition} action={changeEditionAction} />}
      revoke={revokeApiKeyAction}
      mayMake={actor.answer("api.make-key") !== "no"}
    />
  );
}
