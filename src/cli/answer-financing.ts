/** The table of an answer that shows how the ranking of the packages depends on who pays for them. */

import { money, number } from '../analysis/numbers.ts'
import type { Answer } from '../analysis/verdict.ts'
import type { WhoPays } from '../analysis/who-pays.ts'
import { bestWithTies, debtReliefText, sideMark, whoPaysNote } from '../analysis/who-pays-text.ts'
import { packageNames } from './answer-sentence.ts'
import type { Screen } from './terminal/screen.ts'
import { numberColumns, textColumns } from './terminal/table.ts'

const whoPaysTable = (
  { packages, robustness }: Pick<Answer, 'packages' | 'robustness'>,
  { ways }: WhoPays,
  screen: Screen,
): string =>
  screen.table(
    [...textColumns('Revived, %, if paid by'), ...numberColumns(...ways.map(({ names }) => names.en))],
    [
      ...packages.map(({ id, name }) => [
        `${id} ${name}`,
        ...ways.map(({ rankings: [first] }) => `${number(100 * first.scores[id], 1)}${sideMark(first, id).padEnd(2)}`),
      ]),
      ...(robustness?.axes.definition ?? []).map(({ names }, at) => [
        `Best by ${names.en}`,
        ...ways.map(({ rankings }) => bestWithTies(rankings[at]).padEnd(3)),
      ]),
    ],
  )

/** The chance of revival of each package if others paid, the best ones, and what central money for debt does alone. */
export const whoPaysPart = (answer: Answer, whoPays: WhoPays, screen: Screen): string[] => {
  const relief = debtReliefText(whoPays, 'en', packageNames(answer), perYear => money(perYear, answer.currency))
  return [
    '',
    whoPaysTable(answer, whoPays, screen),
    screen.paragraph(whoPaysNote(whoPays, 'en')),
    ...(relief === undefined ? [] : [screen.paragraph(relief)]),
  ]
}
