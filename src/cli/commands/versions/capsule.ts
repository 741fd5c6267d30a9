/** `heartland capsule` writes a run with all that it needs into one file, which any later version repeats. */

import type { Command } from 'commander'
import { makeCapsule } from '../../../analysis/files/versions/capsule.ts'
import { packCapsule, sha256, valuesDigest } from '../../../analysis/files/versions/capsule-file.ts'
import { messages as versionMessages } from '../../../texts/version.ts'
import { number } from '../../../analysis/words/numbers.ts'
import { announce } from '../../terminal/announce.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from '../../input/choice.ts'
import { languageFrom, languageOption, overwriteOption } from '../../input/common-options.ts'
import { type OverwriteOption, refuseExisting, writeNew } from '../../input/new-file.ts'
import { print, printJson, type Session } from '../../terminal/session.ts'

interface CapsuleOptions extends ChoiceOptions, OverwriteOption {
  readonly out: string
  readonly lang: string
}

const capsule = async (session: Session, word: string, options: CapsuleOptions): Promise<void> => {
  const { out } = options
  refuseExisting(out, options)
  const language = languageFrom(options.lang)
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  announce(session, choice)
  const made = await makeCapsule(open, choice.scenario, { digest: valuesDigest, hash: sha256 })
  const content = await packCapsule(made)
  writeNew(out, content, options)
  const { digest } = made
  if (options.json === true)
    printJson(session, { file: out, bytes: content.length, digest, ...made.made, scenario: choice.scenario })
  else
    print(
      session,
      versionMessages.written({ file: out, kilobytes: number(content.length / 1000, 0), digest }).text[language],
    )
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption('-o, --out <file>', 'the file to write, such as revival.capsule')
    .option(...overwriteOption)
    .option(...languageOption)
    .option('--json', 'print what was written as JSON')
  addChoice(command).action((word: string, options: CapsuleOptions) => capsule(session, word, options))
}
