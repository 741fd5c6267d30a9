/** Work that can be stopped from the terminal. */

/** Runs `work` with a signal that the first Ctrl-C, or a request to end the program, aborts. */
export const interruptible = async <Found>(work: (signal: AbortSignal) => Promise<Found>): Promise<Found> => {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    return await work(stop.signal)
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}
