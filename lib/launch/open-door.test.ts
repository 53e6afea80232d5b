import { expect, test } from "vitest";
import { openDoorWarning } from "./open-door.mjs";

test.each(["127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "[::1]"])(
  "%s is this machine only: nothing to say",
  (host) => {
    expect(openDoorWarning({ host, port: 3000, hasKey: true })).toBe("");
  },
);

test.each(["0.0.0.0", "::", "192.168.1.7", "studio.lan", "127.0.0.1.nip.io"])(
  "%s with a key is warned of in both languages",
  (host) => {
    const said = openDoorWarning({ host, port: 3000, hasKey: true });
    expect(said).toContain(`HOST is ${host}`);
    expect(said).toContain(`HOST 为 ${host}`);
    expect(said).toContain("HOST=127.0.0.1");
    expect(openDoorWarning({ host, port: 3000, hasKey: false })).toBe("");
  },
);
