/** Simulations one after the other: a command runs them at once, a thread lets messages in after each. */

/** Stops after each simulation. */
export type Steps<Result> = Generator<undefined, Result>

export const atOnce = <Result>(steps: Steps<Result>): Result => {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** What is found in each of so many simulations. */
export function* eachOf<Found>(members: number, find: (member: number) => Found): Steps<Found[]> {
  const found: Found[] = []
  for (let member = 0; member < members; member++) {
    found.push(find(member))
    yield undefined
  }
  return found
}
