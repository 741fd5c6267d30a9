/** Simulations one after the other, after each of which a door lets messages in and shows its progress. */

/** Stops after each simulation. */
export type Steps<Result> = Generator<undefined, Result>

export const inSteps = async <Result>(
  steps: Steps<Result>,
  advance: (runs: number) => Promise<void> | void,
): Promise<Result> => {
  let step = steps.next()
  while (step.done !== true) {
    await advance(1)
    step = steps.next()
  }
  return step.value
}

/** Finds a result in each simulation. */
export function* eachOf<Found>(members: number, find: (member: number) => Found): Steps<Found[]> {
  const found: Found[] = []
  for (let member = 0; member < members; member++) {
    found.push(find(member))
    yield undefined
  }
  return found
}
