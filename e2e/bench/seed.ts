import type { StudioServer } from "../servers/studio";
import type { Lab } from "./lab";
import { timeOrder } from "./picture-clock";

/** Fills an empty studio with pictures, so that its pages are measured as they are used. */
export async function seedPictures(lab: Lab, app: StudioServer, pictures = 8): Promise<void> {
  await (await lab.fake()).set({ latencyMs: 50 });
  await lab.withTab(app, async ({ page, studio }) => {
    await studio.open();
    await studio.count(pictures);
    await timeOrder(page, pictures, () => studio.makeButton(pictures).click());
  });
}
