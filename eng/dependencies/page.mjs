// docs/dependencies.md, from the packages.

export function page(nuget, npm, known) {
  return `# Dependencies

Written by \`eng/licences --write\` from the lock files; \`eng/licences\` fails when this page is not what they say, or when a package has
another licence than these: ${known.allowed.join(', ')}; ${known.allowedInTools.join(', ')} in tools alone, which are not part of what is shipped.
Licences are those that packages state; some state a file or an address, which was read: ${Object.keys(known.licences).join(', ')}.

- **Locked.** NuGet packages with their hashes in \`packages.lock.json\` beside each project (\`packages.offline.lock.json\` where the stand-ins of \`offline/\` are built;
  this page has the former), npm packages in \`package-lock.json\`, without addresses of downloads. With \`CI=true\` a restore that would change a lock file fails. Versions of packages stand in \`Directory.Packages.props\` and
  \`package.json\` only, exact ones.
- **Not locked**, and not in the tables: what the Functions worker's SDK restores by itself for the host and puts into the app's \`.azurefunctions\`
  (\`Microsoft.Azure.WebJobs.Extensions.Storage.Queues\` and what it needs, as the worker's extension packages name it), and what compiles \`./flowlog\` for the machine.
  The former is in the bills of materials; \`eng/audit\` shows what is known of it, without failing: newer extension packages of the worker are what helps.
- **Tools**, each in an exact version: Bicep's compiler (\`eng/bicep\`), CycloneDX (\`.config/dotnet-tools.json\`), Core Tools, whose file is compared with its SHA-256
  (\`eng/core-tools\`); actions of the workflow by their commit.
- **No scripts.** No package runs code when it is installed: \`.npmrc\` says \`ignore-scripts\`, NuGet has no such scripts. What runs at build time are
  analyzers, the Functions worker's build tasks, the compiler of \`Grpc.Tools\` (tests) and the console's build.
- **Bills of materials.** \`eng/sbom\` writes \`artifacts/sbom/app.cdx.json\` (the functions app as built), \`command-line.cdx.json\`, \`npm.cdx.json\` and \`extensions.cdx.json\` (the host's), CycloneDX.
- **Known vulnerabilities.** \`eng/audit\` asks NuGet and npm, and fails if they know any or do not answer. The workflow runs it; nothing is excused.

## Shipped: .NET (${shipped(nuget).length})
${table(shipped(nuget), known)}
## Shipped: npm, in the console (${shipped(npm).length})
${table(shipped(npm), known)}
## Build and tests: .NET (${tools(nuget).length})
${table(tools(nuget), known)}
## Build, tests and the local storage: npm (${tools(npm).length})
${table(tools(npm), known)}`;
}

export function refused(packages, known) {
  const allowed = (licence, isShipped) => licence.replace(/[()]/g, '').split(' OR ').some(choice =>
    choice.split(' AND ').every(part => known.allowed.includes(part) || (!isShipped && known.allowedInTools.includes(part))));
  return packages.filter(entry => !allowed(entry.licence, entry.shipped)).map(entry => `${entry.name} ${entry.version}: ${entry.licence}`);
}

const shipped = packages => packages.filter(entry => entry.shipped);
const tools = packages => packages.filter(entry => !entry.shipped);

function table(packages, known) {
  const inOrder = [...packages].sort((one, other) => compare(one.name.toLowerCase(), other.name.toLowerCase()) || compare(one.version, other.version));
  const rows = inOrder.map(entry => `| ${entry.name} | ${entry.version} | ${entry.licence} | ${purpose(entry, known)} |`);
  return `| package | version | licence | what for |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const purpose = (entry, known) => known.purposes[entry.name] ?? [...entry.roots].sort().join(', ');

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
