// Imported first by every launcher. It must load on old Nodes too, or they would fail on newer syntax
// elsewhere before this sentence is printed: keep to plain syntax here and in what the launchers import.
import { fileURLToPath } from "node:url";

const lowest = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < lowest[0] || (major === lowest[0] && minor < lowest[1])) {
  process.stderr.write(
    `Verbatim needs Node.js ${lowest.join(".")} or newer (22 or 24 is best); this is ${process.versions.node}. ` +
      "Install a newer one from https://nodejs.org and run the command again.\n",
  );
  process.exit(1);
}

const project = fileURLToPath(new URL("../../", import.meta.url));

// What resolves the style sheets takes them for the fragment and the query of an address, and fails in
// the middle of the build with words nobody can act on.
const odd = ["#", "?"].find((character) => project.includes(character));
if (odd !== undefined) {
  process.stderr.write(
    `Verbatim cannot be built in a folder whose path has “${odd}” in it: ${project}\n` +
      "Rename that folder or move Verbatim elsewhere, with its folder data, and run the command again.\n" +
      `路径中含有“${odd}”，无法构建。请给文件夹改名，或把 Verbatim 连同 data 文件夹移到别处，再运行一次。\n`,
  );
  process.exit(1);
}

process.chdir(project);

// Nobody who runs this at home asked for reports on it to be sent anywhere.
process.env.NEXT_TELEMETRY_DISABLED = process.env.NEXT_TELEMETRY_DISABLED || "1";
