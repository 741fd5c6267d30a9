/** `heartland mcp` stays and answers a language model's program over its input and output, until that ends. */

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Command } from 'commander'
import { mcpServer } from '../services/mcp/server.ts'
import type { Session } from '../terminal/session.ts'

export const define = (command: Command, session: Session): void => {
  command.action(async () => {
    const ended = new Promise<void>(resolve => process.stdin.once('end', resolve))
    await mcpServer().connect(new StdioServerTransport())
    await ended
    session.exitCode = 0
  })
}
