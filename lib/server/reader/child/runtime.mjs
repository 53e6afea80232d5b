// @ts-check

/**
 * @typedef {import("onnxruntime-web").InferenceSession} Session
 * @typedef {(values: Float32Array, shape: number[]) => Promise<{ values: Float32Array, shape: readonly number[] }>} Network
 * @typedef {"native" | "wasm"} Engine
 */

/**
 * Threads would only spin beside the web server: one is as quick for pictures of this size.
 * @type {import("onnxruntime-web").InferenceSession.SessionOptions}
 */
const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 };

/** @type {Record<Engine, () => Promise<typeof import("onnxruntime-web")>>} */
const imports = {
  native: () => import("onnxruntime-node"),
  wasm: async () => {
    const web = await import("onnxruntime-web");
    web.env.wasm.numThreads = 1;
    return web;
  },
};

/**
 * The first runtime of the list that this machine can load.
 * @param {readonly Engine[]} engines
 */
export async function openRuntime(engines) {
  const reasons = [];
  for (const engine of engines) {
    try {
      return { engine, ort: await imports[engine]() };
    } catch (error) {
      reasons.push(`${engine}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(reasons.join("; "));
}

/**
 * A network of one input and one output.
 * @param {typeof import("onnxruntime-web")} ort
 * @param {Uint8Array} model
 * @returns {Promise<Network>}
 */
export async function openNetwork(ort, model) {
  const session = await ort.InferenceSession.create(model, options);
  const [input = ""] = session.inputNames;
  const [output = ""] = session.outputNames;
  return async (values, shape) => {
    const tensor = new ort.Tensor("float32", values, shape);
    const answer = (await session.run({ [input]: tensor }))[output];
    if (!(answer?.data instanceof Float32Array)) throw new Error("the network gave no numbers");
    return { values: answer.data, shape: answer.dims };
  };
}
