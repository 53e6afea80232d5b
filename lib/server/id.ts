import "server-only";
import { v7 } from "uuid";

/** A new id: sorts by time of making, cannot be guessed. */
export const newId = (): string => v7();
