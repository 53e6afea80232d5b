/** The arrows of the house: who may import whom. `npm test -- arrows` checks them. */
const withServer =
  "(store|store-picture|open-store|order-store|queue-store|size-store|roll-store|roll-money-store|roll-worker|move-store|sight-store|late-store|give-up-store|until-written|keep-answer|hindrance|watch|price|sweep-store|unknown-store|origin|paint-job|save-job|worker|board|start|health|report|csv|file-answer|cover-answer|open-mend)";
const server = `^lib/(server/|[a-z]+/${withServer}\\.ts$|i18n/server\\.ts$)`;
const pure = `^lib/(poster|image|job|template|proof|mend|ledger|person|found)/(?!(${withServer}|actions)\\.)`;
const tests = "\\.test\\.ts$";

const never = (name, from, to) => ({ name, severity: "error", from, to });

export default {
  forbidden: [
    never("no cycles", {}, { circular: true }),
    never("nothing imports app", { pathNot: "^app/" }, { path: "^app/" }),
    never("lib draws nothing", { path: "^lib/", pathNot: tests }, { path: "^components/" }),
    never(
      "ui knows no product",
      { path: "^components/ui/" },
      { path: "^lib/|^components/(?!ui/)" },
    ),
    never(
      "client rooms reach the server through actions",
      { path: "^components/.*use-|^components/(ui|poster|studio|job|template|mend)/" },
      { path: server },
    ),
    never("rules do no I/O", { path: pure, pathNot: tests }, { path: server }),
    never("rules use no Node", { path: pure, pathNot: tests }, { dependencyTypes: ["core"] }),
    never(
      "adapters know schemas and the poster's rules only",
      { path: "^lib/server/", pathNot: tests },
      { path: "^lib/(?!server/|poster/|result\\.ts)[a-z0-9]+/(?!schema\\.ts$)" },
    ),
    never(
      "poster is lowest",
      { path: "^lib/poster/" },
      { path: "^lib/(image|job|template|proof|mend|ledger|person|found)/" },
    ),
    never(
      "proof knows poster and image only",
      { path: "^lib/proof/", pathNot: tests },
      { path: "^lib/(job|template|ledger|mend|found)/" },
    ),
    never(
      "mend knows poster, image and proof only",
      { path: "^lib/mend/", pathNot: tests },
      { path: "^lib/(job|template|ledger|person|found)/" },
    ),
    never(
      "image knows no job, nor its proof",
      { path: "^lib/image/", pathNot: tests },
      { path: "^lib/(job|proof|mend|ledger|person|found)/" },
    ),
    never(
      "the ledger knows whom and what for, not how pictures are made",
      { path: "^lib/(ledger|person)/", pathNot: tests },
      { path: "^lib/(image|job|proof|mend|template|found)/" },
    ),
    never(
      "template knows the poster only",
      { path: "^lib/template/", pathNot: tests },
      { path: "^lib/(image|job|proof|mend|found)/" },
    ),
    never(
      "what is found goes the ways of image, job and proof",
      { path: "^lib/found/", pathNot: tests },
      { path: "^lib/(template|ledger|mend|person)/" },
    ),
    never(
      "a job knows nothing of what is found, but the start",
      { path: "^lib/job/(?!start\\.ts)", pathNot: tests },
      { path: "^lib/found/" },
    ),
  ],
  required: [
    {
      name: "server files say so",
      severity: "error",
      // Child processes are plain Node, where "server-only" throws.
      module: { path: server, pathNot: "\\.(test|d)\\.ts$|\\.mjs$" },
      to: { path: "server-only" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
