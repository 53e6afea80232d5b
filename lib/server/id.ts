import "server-only";
import { v5, v7 } from "uuid";

/** A new id: sorts by time of making, cannot be guessed. */
export const newId = (): string => v7();

/** The id of the so-many-eth thing that belongs to another: the same whoever asks for it. */
export const idWithin = (owner: string, number: number): string => v5(`${number}`, owner);
