import Image from "next/image";
import { Avatar } from "@/components/ui/avatar";
import type { PractitionerRecord } from "@/lib/features/practitioners/schema";
import { paths } from "@/lib/paths";

/** What a practitioner looks like, or their initials; always beside the name, so it is silent. */
export function PractitionerPhoto({
  practitioner,
}: {
  practitioner: Pick<PractitionerRecord, "id" | "name" | "hasPhoto">;
}) {
  if (!practitioner.hasPhoto) return <Avatar name={practitioner.name} size="lg" />;
  return (
    <Image
      alt=""
      src={paths.staff.practitionerPhoto(practitioner.id)}
      width={48}
      height={48}
      className="size-12 shrink-0 rounded-full object-cover"
    />
  );
}
