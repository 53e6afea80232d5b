/** Where the servers of the journeys listen. */
export const fakeUrl = "http://127.0.0.1:4311";
export const studioUrl = "http://127.0.0.1:4312";
export const keylessUrl = "http://127.0.0.1:4313";
