/** After each test: an error of a page can be reported. */

import { afterEach } from 'vitest'

// Such an error names the page's address, whose path is `/`: the test runner reads that as a file of this machine, a
// folder, stops, and would not say which test failed. A message may hold such lines too: the runner keeps it elsewhere.
afterEach(({ task }) => {
  for (const error of task.result?.errors ?? []) error.stack = error.stack?.replace(/^.*https?:.*$/gm, '')
})
