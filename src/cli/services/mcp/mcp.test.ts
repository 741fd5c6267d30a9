/** Tests what a program with a language model gets over the Model Context Protocol, through the client of its SDK. */

import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { questionNames } from '../../../questions/index.ts'
import { heartland } from '../../testing/command-line-fixture.ts'
import { mcpServer } from './server.ts'

const client = new Client({ name: 'test', version: '1' })
const server = mcpServer()
beforeAll(async () => {
  const [here, there] = InMemoryTransport.createLinkedPair()
  await Promise.all([client.connect(here), server.connect(there)])
})
afterAll(() => client.close())

const call = async (name: string, given: Record<string, unknown>) => {
  const { content, structuredContent, isError = false } = await client.callTool({ name, arguments: given })
  return { isError, text: (content as Array<{ text: string }>)[0].text, given: structuredContent as any }
}

it('has a tool for every question, with its title, its inputs and their bounds', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(questionNames)
  const value = tools.find(({ name }) => name === 'value')!
  expect(value).toMatchObject({
    title: 'Value for money',
    inputSchema: {
      additionalProperties: false,
      properties: { simulations: { type: 'integer', minimum: 20, default: 200 }, region: { default: 'northeast' } },
    },
  })
})

it('answers with the page and the figures of the command', async () => {
  const { text, given, isError } = await call('compare', { region: 'CN-JL', first: 'A', second: 'G' })
  const [page, json] = await Promise.all(['', ' --json'].map(more => heartland(`compare A G --region CN-JL${more}`)))
  expect(isError).toBe(false)
  expect(`${text}\n`).toContain(page!.out)
  expect(given.record).toEqual(JSON.parse(json!.out))
  const { out } = await heartland('compare A G --region CN-JL --lang zh')
  expect(`${(await call('compare', { region: '吉林', first: 'A', second: 'G', language: 'zh' })).text}\n`).toContain(
    out,
  )
})

it.each([
  ['a file as policy', 'debt', { policy: 'package.json' }, /neither a package/],
  ['a path as region', 'debt', { region: '../northeast' }, /unknown region/],
  ['a file as region', 'debt', { region: 'more.json' }, /a region is asked for here/],
  ['an unknown input', 'debt', { polcy: 'G' }, /unknown option 'polcy'; did you mean 'policy'/],
  ['a folder of regions', 'debt', { packs: '/etc' }, /unknown option 'packs'/],
  ['a number in words', 'debt', { simulations: '20' }, /simulations/],
  ['an unknown language', 'debt', { language: 'fr' }, /language/],
  ['a lever out of bounds', 'debt', { set: { publicInvestment: 100 } }, /out of bounds/],
  ['an unknown question', 'debts', {}, /unknown question 'debts'; did you mean 'debt'/],
])('%s is refused with the sentence of the command line', async (_, name, given, message) => {
  const { isError, text } = await call(name, { region: 'CN-JL', ...given })
  expect(text).toMatch(message)
  expect(isError).toBe(true)
})
