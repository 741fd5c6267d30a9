/** The votes behind the verdict of a region: the packages in all settings, of which the claims of an answer are printed. */

import { leadOf, partsText, votesText } from '../analysis/answer/lead.ts'
import { verdictOf } from '../analysis/answer/standing.ts'
import { designPackages, makeVotes } from '../analysis/answer/votes.ts'
import { namesOf } from '../language/typeset.ts'
import { bothTexts } from '../language/messages.ts'
import { envelopeShare } from '../model/packages.ts'
import texts from '../texts/standing-report.ts'
import { claimsSection } from './answer-tables.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'
import { placeName } from './core/names.ts'
import { text } from './core/report.ts'

const say = bothTexts(texts)

export const standing = question({
  inputs: {
    reduced: take.flag({
      en: 'a reduced list of settings, as regions that do not ship have it',
      zh: '采用简化的设定清单，与未随附的地区相同',
    }),
  },
  find: async ({ open, inputs: { reduced }, scenario: { assumptions } }, runs) => {
    const { packages } = designPackages(open, assumptions, runs.many)
    const votes = await makeVotes(open, packages, assumptions, runs.members, reduced)
    return { votes, verdict: verdictOf(open, votes) }
  },
  record: (_, { votes }) => votes,
  report: ({ open: { region } }, { verdict }) => ({
    title: say.title({ region: placeName(region) }),
    drawn: votesText(verdict),
    blocks: [
      text(leadOf(verdict, namesOf(region.names), envelopeShare)),
      text(partsText(verdict)),
      claimsSection(verdict),
    ],
  }),
})
