/** In the place of the commands that need the sources of the app, where only the engine was installed. */

import type { Command } from 'commander'
import { UsageError } from '../../language/messages.ts'
import { commandMessages } from '../input/messages.ts'

export const define = (command: Command): void => {
  command
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => {
      throw new UsageError(commandMessages.withoutApp({ command: command.name() }))
    })
}
