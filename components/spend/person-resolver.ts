import { zodResolver } from "@hookform/resolvers/zod";
import { nameSchema } from "@/lib/person/schema";

/** Checks a name by the schema the server checks by; loaded when first needed. */
export const personResolver = zodResolver(nameSchema);
