import { readFileSync } from 'node:fs'
import { createNodeReaderStarter } from './desk/reader-process.ts'
import { runDesk } from './desk/run-desk.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

// A reader that has seen enough (`desk list | head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await runDesk({
  arguments: process.argv.slice(2),
  stdin: process.stdin,
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  // npm runs scripts in the project's folder; this is where the user stood.
  workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
  version,
  startReader: createNodeReaderStarter(),
  patienceMs: 5_000,
})
