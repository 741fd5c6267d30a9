/** Writes the page of the guide that lists every question with its inputs (docs/guide/questions.md). */

import type { AnyQuestion, QuestionInput } from '../../src/questions/core/question.ts'
import { ownInputs, type Schema, schemaOf, statedHelp } from '../../src/questions/core/schema.ts'
import { questionEntries, questionCalled, type DeclaredName, questionNames } from '../../src/questions/index.ts'

const stated = {
  scenario: 'a region under a policy: `policy`, `set`, `assume`, `regime`, `outside`',
  region: 'a region, whatever its policy: `assume`, `regime`, `outside`',
  two: 'two policies: `first`, `second`, `assume`, `regime`, `outside`',
}

/** 'whole number, 20 to 100,000', 'word or list of whole numbers', 'one of 1, 5, 12'. */
const typeIn = ({ type, enum: known, anyOf, items, minimum, maximum }: Schema): string => {
  if (known !== undefined) return `one of ${known.map(one => `\`${String(one)}\``).join(', ')}`
  if (Array.isArray(type)) return type.map(one => typeIn({ type: one })).join(', or ')
  if (anyOf !== undefined) return anyOf.map(typeIn).join(', or ')
  const words = {
    number: 'number',
    integer: 'whole number',
    string: 'word',
    boolean: 'yes or no',
    array: `list: ${items === undefined ? '' : typeIn(items)}`,
    object: 'object',
  }
  const bounds =
    minimum === undefined || maximum === undefined || maximum > 1e12
      ? ''
      : `, ${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}`
  return `${type === undefined ? 'any' : words[type]}${bounds}`
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

const rowOf = ([name, input]: readonly [string, QuestionInput]): string => {
  const schema = schemaOf(input)
  const { default: standard } = schema
  return `| \`${name}\` | ${cell(statedHelp(input))} | ${typeIn(schema)} | ${standard === undefined || String(standard) === '' ? '' : `\`${String(standard)}\``} |`
}

const sectionOf = (of: AnyQuestion): string => {
  const own = ownInputs(of)
  return [
    `## ${questionEntries[of.name as DeclaredName].title.en}: \`${of.name}\``,
    `${of.description.en}. It is about ${stated[of.about]}.`,
    ...(own.length === 0
      ? []
      : [['| input | what it says | values | default |', '|---|---|---|---|', ...own.map(rowOf)].join('\n')]),
    ['```sh', ...of.examples.map(example => `npx heartland ${example}`), '```'].join('\n'),
  ].join('\n\n')
}

const head = `# Questions and their inputs

<!-- Written from the declarations in src/questions: \`npm run questions\`. -->

Each question is declared once and can be asked at every door with the same names, bounds and defaults: \`heartland debt northeast --simulations 100\` on the command line, \`northeast.debt(simulations=100)\` [in Python](python.md), \`hl_ask("debt", "northeast", simulations = 100)\` in R, \`POST /v1/debt\` [over HTTP](http.md), \`ask('debt', northeast, { simulations: 100 })\` [in a program](library.md), and as a tool of [\`heartland mcp\`](http.md#language-models). On the command line \`camelCase\` is written \`--camel-case\`.

What is said of the scenario is the same everywhere. \`policy\` is a package (A to H, or its name) or levers, \`set\` holds levers above it: a value, or \`{ "value": 1, "start": 2027, "ramp": 2, "end": 2035 }\`. \`assume\` holds parameters, \`regime\` a regime of central transfers, \`outside\` the name of a baseline of external conditions, or paths.`

/** The page as it should be. */
export const questionsPage = async (): Promise<string> =>
  `${[head, ...(await Promise.all(questionNames.map(questionCalled))).map(sectionOf)].join('\n\n')}\n`
