import { afterAll, beforeEach } from "vitest";
import {
  type FakeUpstream,
  type FakeUpstreamOptions,
  startFakeUpstream,
} from "@/e2e/fake-upstream/server";

/** Key that the fake upstream takes. */
export const fakeKey = "sk-unit-key-000000000000000000000001";

/** A fake upstream for one test file, its log and settings fresh for every test. */
export async function fakeUpstream(options: FakeUpstreamOptions = {}): Promise<FakeUpstream> {
  const fake = await startFakeUpstream({ latencyMs: 0, key: fakeKey, ...options });
  beforeEach(() => fake.control.reset());
  afterAll(() => fake.close());
  return fake;
}

/** The environment of a server that paints with that upstream. */
export function upstreamEnv(fake: Pick<FakeUpstream, "url">): Record<string, string> {
  return {
    NEBULA_API_KEY: fakeKey,
    NEBULA_BASE_URL: fake.url,
    UPSTREAM_RESULT_HOSTS: new URL(fake.url).host,
  };
}
