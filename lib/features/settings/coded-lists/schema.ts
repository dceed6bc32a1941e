import { z } from "zod";
import { archiveEntryInput, moveEntryInput } from "@/lib/platform/named-list/schema";
import { id, requiredText } from "@/lib/values/fields";

/** Lists whose entries have a short identifier beside their name: it stands in lists, exports and imports. */
export const CODED_LISTS = ["fundingSources", "languages"] as const;
export type CodedListKey = (typeof CODED_LISTS)[number];

const ofList = { list: z.enum(CODED_LISTS) };
const fields = { ...ofList, identifier: requiredText(40), name: requiredText(80) };

export const addCodedInput = z.object(fields);
export type AddCodedInput = z.output<typeof addCodedInput>;
export const editCodedInput = z.object({ ...fields, entryId: id });
export type EditCodedInput = z.output<typeof editCodedInput>;
export const moveCodedInput = moveEntryInput.extend(ofList);
export const archiveCodedInput = archiveEntryInput.extend(ofList);

/** One entry as the administration lists it. */
export type CodedRow = { id: string; identifier: string; name: string; archived: boolean };
/** What a picker offers. */
export type CodedChoice = { identifier: string; name: string };
