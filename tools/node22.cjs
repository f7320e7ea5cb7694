// Runs before every script that needs Node 22: npm puts the pinned Node first on the PATH.
const major = Number(process.versions.node.split(".")[0]);
if (major < 22) {
  console.error(
    `This project runs on Node 22 or newer, and this is Node ${process.versions.node}.\n` +
      'Run "npm ci" in the project folder: it installs Node 22 beside the other packages, and every npm script uses it.\n' +
      "If you installed with --omit=optional, install again without it, or put Node 22 on your PATH.",
  );
  process.exit(1);
}
