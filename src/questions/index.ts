/**
 * The declared questions. Each has its line here, with what help pages and lists of doors need; its declaration is loaded
 * when it is asked, so that help and errors do not wait for the model.
 */

import { bothTexts, type Both } from '../language/messages.ts'
import texts from '../texts/questions.ts'
import type { AnyDeclaration, AnyQuestion } from './core/question.ts'

/** Places of the app: the answer, what readers try, why it comes so, who gains, and what all of it rests on. */
export type AppPlace = 'answer' | 'try' | 'why' | 'who' | 'evidence'

export interface QuestionEntry {
  /** As its page and a heading of the guide are called. */
  readonly title: Both<string>
  /** The place of the app in which its page stands; without one the app has no page of it. */
  readonly place?: AppPlace
  /** Its name among the parts of that place, where the title is too long. */
  readonly tab?: Both<string>
  readonly description: Both<string>
  /** The subject: a region under a policy, a region whatever its policy, or two policies that are compared. */
  readonly about: 'scenario' | 'region' | 'two'
  /** The input that follows the name of the command; the region then is an option. */
  readonly argument?: string
  /** The input whose file follows the region on the command line. */
  readonly file?: string
  /** About what a policy does: under current policy a page has nothing to show, and offers policies to start from. */
  readonly ofPolicy?: true
  /** Nothing is chosen on its page but in the head. */
  readonly unasked?: true
  /** Its page opens its place. */
  readonly leads?: true
  /** As they follow `heartland`. */
  readonly examples: readonly string[]
  readonly load: () => Promise<AnyDeclaration>
}

const words = bothTexts(texts)

export const questionEntries = {
  answer: {
    ...words.answer,
    about: 'region',
    examples: [
      'answer northeast',
      'answer CN-LN --simulations 1000 --seed 7 --json',
      'answer northeast --budget 1% --policy mine.json',
    ],
    load: async () => (await import('./answer.ts')).answer,
  },
  standing: {
    ...words.standing,
    about: 'region',
    examples: ['standing CN-JL', 'standing northeast --reduced --json'],
    load: async () => (await import('./standing.ts')).standing,
  },
  league: {
    ...words.league,
    about: 'region',
    examples: [
      'league northeast',
      'league CN-all --measure people --years 2010,2020,2030,2040',
      'league northeast --simulations 400 --csv',
    ],
    load: async () => (await import('./league.ts')).league,
  },
  run: {
    ...words.run,
    place: 'try',
    about: 'scenario',
    examples: [
      'run northeast --policy G',
      'run CN-LN --set childAllowance=10@2027:2 --assume wageFromSlack=0.5',
      'run northeast --set publicInvestment=1 --save more.json',
      'run more.json --years 2030,2040',
      'run northeast --policy G --link',
    ],
    load: async () => (await import('./run.ts')).run,
  },
  stress: {
    ...words.stress,
    place: 'try',
    about: 'scenario',
    examples: [
      'stress northeast',
      'stress CN-JL --policy E --outside low --json',
      'stress northeast --event exportsRussia=-100%@2028',
      'stress northeast --event "plant[CN-JL,vehicles]=-20bn" --year 2035 --lang zh',
    ],
    load: async () => (await import('./stress.ts')).stress,
  },
  debt: {
    ...words.debt,
    place: 'try',
    about: 'scenario',
    examples: [
      'debt northeast',
      'debt northeast --area CN-JL --years all --discount 3',
      'debt CN-LN --policy E --simulations 0 --csv',
    ],
    load: async () => (await import('./debt.ts')).debt,
  },
  who: {
    ...words.who,
    place: 'who',
    about: 'scenario',
    ofPolicy: true,
    examples: ['who northeast --policy G', 'who CN-HL --policy D --simulations 0 --json'],
    load: async () => (await import('./who.ts')).who,
  },
  story: {
    ...words.story,
    place: 'why',
    leads: true,
    about: 'region',
    unasked: true,
    examples: ['story northeast', 'story CN-ZJ --json'],
    load: async () => (await import('./story.ts')).story,
  },
  trace: {
    ...words.trace,
    about: 'scenario',
    argument: 'variable',
    examples: [
      'trace regionDebtToGdp --year 2037',
      'trace wage --area CN-LN --year 2030 --depth 1 --policy G',
      'trace consumptionByGroup --area CN-JL --label group=old --year 2035',
    ],
    load: async () => (await import('./trace.ts')).trace,
  },
  explain: {
    ...words.explain,
    about: 'scenario',
    examples: [
      'explain northeast --policy G --outcome regionDebtToGdp@2035',
      'explain CN-LN --policy D --outcome regionResidents@2040 --assume migrationResponse=0.8',
    ],
    load: async () => (await import('./explain.ts')).explain,
  },
  industries: {
    ...words.industries,
    about: 'scenario',
    place: 'try',
    unasked: true,
    examples: ['industries northeast', 'industries CN-JL --policy G --year 2035 --lang zh'],
    load: async () => (await import('./industries.ts')).industries,
  },
  books: {
    ...words.books,
    place: 'evidence',
    about: 'scenario',
    examples: ['books northeast --at 2035Q4', 'books northeast --policy G --at 2030 --matrix flows --csv'],
    load: async () => (await import('./books.ts')).books,
  },
  compare: {
    ...words.compare,
    place: 'try',
    about: 'two',
    examples: ['compare A G', 'compare G more.json --years 2030,2035,2040 --area CN-HL'],
    load: async () => (await import('./compare.ts')).compare,
  },
  goal: {
    ...words.goal,
    about: 'scenario',
    examples: [
      'goal northeast --keep "regionDebtToGdp@2035 <= 0.75" --with publicInvestment,swapPace',
      'goal CN-LN --keep "debtToGdp@2035 <= 0.6" --with borrowingCap --chance 0.9 --json',
    ],
    load: async () => (await import('./goal.ts')).goal,
  },
  record: {
    ...words.record,
    about: 'region',
    examples: [
      'record northeast',
      'record CN-LN --scores --horizon 2 --json',
      'record northeast --claims --verdict contradicted',
      'record northeast --claim K1,K19',
    ],
    load: async () => (await import('./record.ts')).record,
  },
  actuals: {
    ...words.actuals,
    place: 'evidence',
    about: 'region',
    file: 'figures',
    examples: [
      'actuals northeast figures.csv --check',
      'actuals northeast figures.csv',
      'run northeast --actuals figures.csv',
    ],
    load: async () => (await import('./actuals.ts')).actuals,
  },
  judgement: {
    ...words.judgement,
    place: 'evidence',
    about: 'scenario',
    examples: [
      'judgement northeast --hold "growth(regionOutput)=4.5@2027;by=Li;why=orders"',
      'judgement CN-LN --hold-file holds.csv --json',
      'run northeast --hold "growth(regionOutput)=4.5@2027"',
    ],
    load: async () => (await import('./judgement.ts')).judgement,
  },
  round: {
    ...words.round,
    place: 'evidence',
    about: 'scenario',
    examples: [
      'round northeast --name spring --rounds rounds',
      'round northeast --rounds rounds --against spring --year 2035',
      'round northeast --actuals figures.csv --name autumn --rounds rounds',
    ],
    load: async () => (await import('./round.ts')).round,
  },
  discover: {
    ...words.discover,
    about: 'scenario',
    examples: [
      'discover northeast --policy E --fails "regionDebtToGdp@2035 >= 1"',
      'discover CN-LN --fails "debtToGdp@2037 >= 1.2" --json',
    ],
    load: async () => (await import('./discover.ts')).discover,
  },
  check: {
    ...words.check,
    about: 'region',
    examples: ['check northeast', 'check CN-XX --packs ~/my-regions', 'check northeast --signs mine.csv --full'],
    load: async () => (await import('./check.ts')).check,
  },
  list: {
    ...words.list,
    about: 'region',
    argument: 'list',
    examples: [
      'list levers',
      'list sources --region CN-LN --json',
      'list figures --region CN-JL --find debt --lang zh',
    ],
    load: async () => (await import('./list.ts')).list,
  },
  evidence: {
    ...words.evidence,
    about: 'scenario',
    place: 'evidence',
    examples: [
      'evidence northeast',
      'evidence CN-LN --policy G --walks 100 --json',
      'evidence northeast --outcome regionOutputPerHead@2037 --outcome C2 --base 2048',
      'evidence CN-LN --method morris --outcome "debtToGdp[CN-LN]@2037"',
    ],
    load: async () => (await import('./evidence.ts')).evidence,
  },
  value: {
    ...words.value,
    place: 'try',
    about: 'region',
    examples: ['value northeast', 'value CN-LN --outcome "debtToGdp[CN-LN]" --after 12 --json'],
    load: async () => (await import('./value.ts')).value,
  },
} satisfies Readonly<Record<string, QuestionEntry>>

export type DeclaredName = keyof typeof questionEntries

export const questionNames = Object.keys(questionEntries) as DeclaredName[]

export const isQuestion = (name: string): name is DeclaredName => Object.hasOwn(questionEntries, name)

/** The whole question, with its declaration. */
export const questionCalled = async (name: DeclaredName): Promise<AnyQuestion> => {
  const { load, ...entry }: QuestionEntry = questionEntries[name]
  return { name, ...entry, ...(await load()) }
}
