/**
 * Who runs a window: the user, or for root an unprivileged one, because Chromium's sandbox refuses root and
 * switching the sandbox off is not an answer.
 */
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, copyFile, mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import { run, succeeds } from './processes.mjs'
import { failure, step } from './report.mjs'

/**
 * @typedef {object} Person
 * @property {string | undefined} name the user windows run as, where that is not the caller
 * @property {(command: string[]) => string[]} become a command line that runs `command` as this person
 * @property {(env: NodeJS.ProcessEnv) => NodeJS.ProcessEnv} environment the same environment without the caller's own folders
 * @property {(folder: string) => Promise<void>} own gives a folder and what is in it to this person
 */

const userName = 'mpdesk'

/** Where the unprivileged user's settings and portfolio lie when root starts the app. */
export const rootsDataFolder = '/var/lib/multi-partner-desk'

/** Who windows run as, made where missing. */
export async function ensurePerson() {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return callerThemselves()
  const ids = (await idsOf(userName)) ?? (await createUser()) ?? (await idsOf('nobody'))
  if (!ids) {
    throw failure(
      'Chromium refuses to run as root, and no other user could be made',
      `run: useradd --system ${userName}`,
    )
  }
  // What is placed for that user from here on must be readable for them, whatever root's own habit is.
  process.umask(0o022)
  return unprivileged(ids)
}

/** @returns {Person} */
function callerThemselves() {
  return { name: undefined, become: (command) => command, environment: (env) => env, own: async () => {} }
}

/** @typedef {{ name: string, uid: number, gid: number }} Ids */

/** @param {Ids} ids */
function unprivileged({ name, uid, gid }) {
  const identity = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=-all']
  /** @type {Person} */
  const person = {
    name,
    become: (command) => [...identity, ...command],
    environment: (env) => {
      const own = Object.entries(env).filter(([key]) => !/^(XDG_|DBUS_|XAUTHORITY|SUDO_|npm_)/.test(key))
      return { ...Object.fromEntries(own), HOME: rootsDataFolder, USER: name, LOGNAME: name }
    },
    own: async (folder) => giveAway(folder, uid, gid),
  }
  return person
}

/** @param {string} name */
async function idsOf(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

async function createUser() {
  const made = await succeeds('useradd', [
    ...['--system', '--user-group', '--no-create-home'],
    ...['--home-dir', rootsDataFolder, '--shell', '/usr/sbin/nologin', userName],
  ])
  if (made) step(`User: made the system user ${userName}, because Chromium's sandbox refuses root`)
  return idsOf(userName)
}

/**
 * @param {string} folder
 * @param {number} uid
 * @param {number} gid
 */
async function giveAway(folder, uid, gid) {
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await giveAway(join(folder, entry.name), uid, gid)
    else if (entry.isFile()) await chown(join(folder, entry.name), uid, gid)
  }
}

/**
 * Makes sure this person's home exists and is theirs.
 * @param {Person} person
 */
export async function ensureHome(person) {
  if (!person.name) return
  await mkdir(rootsDataFolder, { recursive: true, mode: 0o700 })
  await person.own(rootsDataFolder)
}

/**
 * Lends the caller's X display to another user; returns the variables that name it for them.
 * @param {Person} person whose home exists
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function lendDisplay(person, env) {
  const cookies = env.XAUTHORITY ?? join(homedir(), '.Xauthority')
  if (!person.name || !env.DISPLAY || !existsSync(cookies)) return {}
  const XAUTHORITY = join(rootsDataFolder, '.Xauthority')
  await copyFile(cookies, XAUTHORITY)
  await person.own(rootsDataFolder)
  return { XAUTHORITY }
}

/**
 * Whether a person can read each file, asked of the kernel by trying.
 * @param {Person} person
 * @param {string} node
 * @param {string[]} files
 */
export async function canRead(person, node, files) {
  const program = 'for (const file of process.argv.slice(1)) fs.accessSync(file, fs.constants.R_OK)'
  const [file = '', ...args] = person.become([node, '-e', program, ...files])
  return succeeds(file, args, { cwd: '/' })
}

/**
 * A new folder that only this person (and root) can open.
 * @param {Person} person
 * @param {string} [mode] `open` for one that everyone may read
 */
export async function temporaryFolder(person, mode) {
  const folder = await mkdtemp(join(tmpdir(), 'multi-partner-desk-'))
  await chmod(folder, mode === 'open' ? 0o755 : 0o700)
  await person.own(folder)
  return folder
}

/**
 * Fails, with the command that helps, where the kernel refuses the namespaces Chromium's sandbox is made of.
 * @param {Person} person
 */
export async function requireSandbox(person) {
  if (process.platform !== 'linux') return
  const [file = '', ...args] = person.become(['unshare', '--user', 'true'])
  const probe = await run(file, args, { capture: true, cwd: '/' }).catch(() => undefined)
  if (!probe || probe.code === 0) return
  throw failure(
    'The kernel refuses unprivileged user namespaces, which the sandbox of every window needs',
    sandboxRemedy(),
  )
}

function sandboxRemedy() {
  const switches = {
    'kernel.apparmor_restrict_unprivileged_userns': '0',
    'kernel.unprivileged_userns_clone': '1',
  }
  for (const [name, wanted] of Object.entries(switches)) {
    const file = `/proc/sys/${name.replaceAll('.', '/')}`
    if (existsSync(file) && readFileSync(file, 'utf8').trim() !== wanted) {
      return `run: sudo sysctl -w ${name}=${wanted}`
    }
  }
  return 'start the container with a seccomp profile that allows them, e.g. --security-opt seccomp=unconfined'
}
