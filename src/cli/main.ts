/** Starts the command line. */

import { runCommandLine } from './program.ts'

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit(0)
  throw problem
})

process.exitCode = await runCommandLine(process.argv.slice(2), process.stdout, process.stderr)
