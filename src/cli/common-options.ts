/** The options shared by most commands. */

import type { Command } from 'commander'

export interface CommonOptions {
  readonly packs?: string
  readonly assume?: readonly string[]
}

export const collectValues = (text: string, before: readonly string[] = []): string[] => [...before, text]

export const addPacks = (command: Command): Command =>
  command.option('--packs <folder>', 'folder of regions to use instead of those that come with the program')

export const addAssumptions = (command: Command): Command =>
  command.option('--assume <parameter=value>', 'use another value for a parameter (repeatable)', collectValues)
