#!/usr/bin/env node
/**
 * Launcher of the command line: hands over to src/cli/main.ts, on the project's own Node when the running Node is
 * older than 24. Plain JavaScript that runs on Node 20, so that any machine gets a helpful answer.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ownNode, root, runsTypeScript } from './node.js'
import { makeTexts } from './texts.js'

const main = join(root, 'src/cli/main.ts')

/**
 * Node keeps here what it makes of each source file, under a hash of the file's content, so that a changed file is never
 * taken from it. Whoever names another folder, or wants none, is left alone.
 */
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/heartland')

const stop = message => {
  process.stderr.write(`heartland: ${message}\n`)
  process.exit(1)
}

if (!existsSync(join(root, 'node_modules'))) {
  stop(`nothing is installed yet; run \`npm start\` once in ${root}`)
} else if (runsTypeScript) {
  makeTexts()
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import(pathToFileURL(main).href)
} else if (ownNode()) {
  makeTexts()
  const child = spawn(ownNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C at a terminal reaches the child by itself; the rest is passed on. Either way the child decides when to end.
  const atTerminal = Boolean(process.stdin.isTTY)
  process.on('SIGINT', () => atTerminal || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', problem => stop(`the project's own Node does not start: ${problem.message}`))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
  })
} else {
  stop(
    `Node ${process.versions.node} cannot run TypeScript, and no Node for ${process.platform} ${process.arch} is in ` +
      'node_modules; run `npm start` once, or use Node 24 or later',
  )
}
