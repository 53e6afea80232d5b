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

process.chdir(fileURLToPath(new URL("../../", import.meta.url)));

// Nobody who runs this at home asked for reports on it to be sent anywhere.
process.env.NEXT_TELEMETRY_DISABLED = process.env.NEXT_TELEMETRY_DISABLED || "1";
