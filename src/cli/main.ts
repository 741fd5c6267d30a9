/** Starts the command line. */

import { outputProblem } from './terminal/problems.ts'
import { runCommandLine } from './program.ts'

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit(0)
  process.stderr.write(`heartland: ${outputProblem(problem).text.en}\n`)
  process.exit(1)
})
// Nobody reads the messages any more; the results still have a reader.
process.stderr.on('error', () => {})

process.exitCode = await runCommandLine(process.argv.slice(2), process.stdout, process.stderr)
