/** Questions as tools of the Model Context Protocol: every number that a language model is given comes from a run. */

import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import * as z from 'zod'
import { type Language, UsageError } from '../../../language/messages.ts'
import { messages as usage } from '../../../texts/usage.ts'
import { unknownWord } from '../../../language/usage.ts'
import { askJson, bodyOf } from '../../../questions/core/json.ts'
import type { AnyQuestion } from '../../../questions/core/question.ts'
import { questionEntries, isQuestion, questionCalled, questionNames } from '../../../questions/index.ts'
import { issueMessage } from '../../../regions/schema-messages.ts'
import { keepRegions, type KeptRegions } from '../engine/regions.ts'
import { told } from '../../terminal/problems.ts'
import { machineDoor } from '../../question/json.ts'
import { reportOn } from '../../question/terminal.ts'
import { screenOf } from '../../terminal/session.ts'
import { version } from '../../version.ts'

/** A language model reads no more than so many letters of figures at once; larger results give their tables alone. */
const mostLetters = 60_000

const common = {
  region: z.string().default('northeast').describe('id or name of a region, such as northeast, CN-LN or 辽宁'),
  language: z.enum(['en', 'zh']).default('en').describe('language of the report'),
  full: z.boolean().default(false).describe('all tables, also those for experts'),
}

const toolOf = (of: AnyQuestion) => {
  const { $schema: _, ...schema } = z.toJSONSchema(bodyOf(of).extend(common), { io: 'input' })
  return {
    name: of.name,
    title: questionEntries[of.name as keyof typeof questionEntries].title.en,
    description: of.description.en,
    inputSchema: schema as typeof schema & { readonly type: 'object' },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }
}

const commonIn = (given: unknown) => {
  const read = z.object(common).safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(usage.within({ where: String(issue!.path[0]), text: issueMessage(issue!, given).text }))
}

const call = async (
  regions: KeptRegions,
  name: string,
  { region: _region, language: _language, full: _full, ...body }: Readonly<Record<string, unknown>>,
  { region, language, full }: { readonly region: string; readonly language: Language; readonly full: boolean },
): Promise<CallToolResult> => {
  if (!isQuestion(name)) throw unknownWord('question', name, questionNames)
  const open = regions.open({ region })
  const { report, record, frames, notes, unbalanced, provenance } = await askJson(
    await questionCalled(name),
    body,
    open,
    machineDoor(false),
  )
  const screen = screenOf({ write: () => true }, language, {})
  const text = [
    ...(unbalanced === undefined ? [] : [unbalanced[language]]),
    reportOn(report, screen, full),
    ...notes,
  ].join('\n\n')
  const all = JSON.stringify(record).length <= mostLetters
  const tables = frames(language)
  const figures = all ? { record } : JSON.stringify(tables).length <= mostLetters ? { tables } : {}
  return {
    isError: unbalanced !== undefined,
    content: [{ type: 'text', text }],
    structuredContent: { ...figures, notes, provenance },
  }
}

export const mcpServer = (): Server => {
  const regions = keepRegions()
  const server = new Server({ name: 'heartland', version: version() }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: (await Promise.all(questionNames.map(questionCalled))).map(toolOf),
  }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: given = {} } }) => {
    try {
      return await call(regions, name, given, commonIn(given))
    } catch (problem) {
      return { isError: true, content: [{ type: 'text', text: told(problem).text }] }
    }
  })
  return server
}
