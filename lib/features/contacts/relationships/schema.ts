import { z } from "zod";
import { relationshipFields } from "@/lib/features/contacts/schema";
import { id } from "@/lib/values/fields";

export const linkContactInput = z.object({ clientId: id, contactId: id });
export const relationshipInput = z.object({ relationshipId: id });
export const editRelationshipInput = relationshipFields.and(z.object({ relationshipId: id }));
export type EditRelationshipInput = z.output<typeof editRelationshipInput>;
