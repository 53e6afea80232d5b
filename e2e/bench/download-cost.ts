import type { Fake } from "../servers/fake";
import { median } from "./numbers";

const downloads = 15;

/** What fetching one picture of that size costs a bare client here: the median, milliseconds and bytes. */
export async function downloadCost(
  fake: Fake,
  size: string,
): Promise<{ ms: number; bytes: number }> {
  const costs: { ms: number; bytes: number }[] = [];
  for (let round = 0; round < downloads; round += 1) {
    const address = await paint(fake, size, `round ${round}`);
    const startedAt = performance.now();
    const bytes = (await (await fetch(address)).arrayBuffer()).byteLength;
    costs.push({ ms: performance.now() - startedAt, bytes });
  }
  return {
    ms: median(costs.map(({ ms }) => ms)),
    bytes: median(costs.map(({ bytes }) => bytes)),
  };
}

async function paint(fake: Fake, size: string, prompt: string): Promise<string> {
  const response = await fetch(`${fake.url}/v1/images/generations`, {
    method: "POST",
    headers: { authorization: "Bearer sk-fake-key-0001", "content-type": "application/json" },
    body: JSON.stringify({ model: "qwen-image-plus", prompt, parameters: { size } }),
  });
  const answer: { data: { data: { url: string }[] } } = await response.json();
  const [picture] = answer.data.data;
  if (!picture) throw new Error("the fake painted nothing");
  return picture.url;
}
