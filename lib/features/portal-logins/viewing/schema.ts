import { z } from "zod";
import { id } from "@/lib/values/fields";

export const startViewingInput = z.object({ contactId: id, clientId: id });
