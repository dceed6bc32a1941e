import { StatusChip } from "@/components/ui/status-chip";
import { STANDING_TONES } from "@/lib/features/clients/copy";
import type { ClientStanding } from "@/lib/features/clients/schema";

/** A client's status by its own name; mark and colour tell the standing. */
export function ClientStatusChip({ name, standing }: { name: string; standing: ClientStanding }) {
  return <StatusChip tone={STANDING_TONES[standing]}>{name}</StatusChip>;
}
