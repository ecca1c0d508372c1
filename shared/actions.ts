/** The groups actions are listed in, in the order of the palette and of the sheet of shortcuts. */
export const actionGroups = ['go', 'do', 'edit', 'view', 'help'] as const
export type ActionGroup = (typeof actionGroups)[number]

/** Where an action can be done: anywhere, at a selected row, with a customer chosen, or never from the palette. */
export type ActionPlace = 'anywhere' | 'row' | 'customer' | 'keys'

/** Settings of which one choice holds at a time. */
export const actionFamilies = ['theme', 'density', 'language'] as const
export type ActionFamily = (typeof actionFamilies)[number]

/** One action as it is declared; its title is the catalogue's `desk.actions.ID`. */
export type ActionSpec = {
  readonly group: ActionGroup
  /**
   * The keys, the shown ones first: `Mod` is Ctrl, or Cmd on macOS; two keys with a space between are pressed one
   * after the other.
   */
  readonly keys?: readonly string[]
  /** What macOS shows, where its custom is another of the keys. */
  readonly macKeys?: string
  readonly place?: ActionPlace
  /** Actions of a family exclude each other: one of them holds now. */
  readonly family?: ActionFamily
  /** Says that doing it again takes it back. */
  readonly isSwitch?: boolean
  /** Further words it is found by: the pinyin initials of its Chinese title, and names people use. */
  readonly words: string
}

/**
 * Every action of the program, declared once. The palette, the keyboard, the sheet of shortcuts and the menus derive
 * from here; `renderer/app/action-map.ts` says what each does, and does not compile while one is missing.
 */
export const actions = {
  goHome: { group: 'go', keys: ['Mod+1', 'g h'], words: 'zdsy dashboard start' },
  goCustomers: { group: 'go', keys: ['Mod+2', 'g c'], words: 'zdkh' },
  goRequests: { group: 'go', keys: ['Mod+3', 'g r'], words: 'zdqq ledger invitations' },
  goRenewals: { group: 'go', keys: ['Mod+9', 'g e'], words: 'zdxd renewals due expiring deadlines' },
  goSubscriptions: { group: 'go', keys: ['Mod+4', 'g s'], words: 'zddy renewals licences' },
  goImports: { group: 'go', keys: ['Mod+5', 'g i'], words: 'zddr files' },
  goLinks: { group: 'go', keys: ['Mod+6', 'g l'], words: 'zdlj invitation' },
  goAccounts: { group: 'go', keys: ['Mod+7', 'g a'], words: 'zdhzhbzh partner' },
  goSettings: { group: 'go', keys: ['Mod+8', 'g t', 'Mod+,'], words: 'zdsz preferences options' },
  switchAccount: { group: 'go', keys: ['Mod+Shift+a'], words: 'qhhzhbzh scope portfolio' },
  allAccounts: { group: 'go', keys: ['Mod+Shift+e'], words: 'syhzhbzh scope portfolio every' },
  goBack: { group: 'go', keys: ['Alt+ArrowLeft', 'Mod+['], macKeys: 'Mod+[', words: 'ht' },
  goForward: { group: 'go', keys: ['Alt+ArrowRight', 'Mod+]'], macKeys: 'Mod+]', words: 'qj' },

  openPalette: { group: 'do', keys: ['Mod+k'], place: 'keys', words: 'ss search find' },
  filterList: { group: 'do', keys: ['Mod+f', '/'], place: 'keys', words: 'sxlb' },
  moveInList: { group: 'do', keys: ['j', 'k'], place: 'keys', words: '' },
  openRow: { group: 'do', keys: ['Enter'], place: 'keys', words: '' },
  quickLook: { group: 'do', keys: ['Space'], place: 'row', words: 'ksck preview card' },
  newRequest: { group: 'do', keys: ['Mod+n'], words: 'xjqq invite invitation relationship' },
  requestForCustomer: { group: 'do', keys: ['Mod+Shift+n'], place: 'customer', words: 'wckhxjqq invite' },
  tagCustomers: { group: 'do', keys: ['Mod+t'], place: 'customer', words: 'bjkh label' },
  mergeCustomers: { group: 'do', words: 'hbcfkh duplicates same' },
  manageTags: { group: 'do', words: 'glbj labels colours' },
  importFile: { group: 'do', keys: ['Mod+o'], words: 'drwj open csv reconciliation' },
  pasteTable: { group: 'do', words: 'ztbg zhantie clipboard spreadsheet excel copied' },
  addAccount: { group: 'do', words: 'tjhzhbzh partner' },
  loadSample: { group: 'do', words: 'jzslsj demo' },
  removeSample: { group: 'do', words: 'scslsj demo' },

  undo: { group: 'edit', keys: ['Mod+z'], words: 'cx revert' },
  redo: { group: 'edit', keys: ['Mod+y', 'Mod+Shift+z'], macKeys: 'Mod+Shift+z', words: 'hf again' },
  stepBack: { group: 'edit', keys: ['Escape'], place: 'keys', words: '' },

  asOf: { group: 'view', keys: ['F9'], isSwitch: true, words: 'ymygrq history earlier day time travel' },
  customerSafe: { group: 'view', keys: ['F8'], isSwitch: true, words: 'khaqpm privacy share blur hide' },
  toggleNavigation: { group: 'view', keys: ['Mod+b'], isSwitch: true, words: 'zdzkdh sidebar' },
  zoomIn: { group: 'view', keys: ['Mod+=', 'Mod++'], words: 'fd larger' },
  zoomOut: { group: 'view', keys: ['Mod+-'], words: 'sx smaller' },
  zoomReset: { group: 'view', keys: ['Mod+0'], words: 'sjdx 100%' },
  themeSystem: { group: 'view', family: 'theme', words: 'ztgsxt colour' },
  themeLight: { group: 'view', family: 'theme', words: 'qszt colour white' },
  themeDark: { group: 'view', family: 'theme', words: 'sszt colour black night' },
  themeHighContrast: { group: 'view', family: 'theme', words: 'gdbdzt colour accessibility' },
  densityComfortable: { group: 'view', family: 'density', words: 'ssmd rows' },
  densityCompact: { group: 'view', family: 'density', words: 'jcmd rows' },
  languageChinese: { group: 'view', family: 'language', words: 'zw yy chinese' },
  languageEnglish: { group: 'view', family: 'language', words: 'yy yw english' },

  showShortcuts: { group: 'help', keys: ['?', 'F1'], words: 'jpkjfs keyboard keys' },
} as const satisfies { readonly [id: string]: ActionSpec }

/** The name of an action. */
export type ActionId = keyof typeof actions

/** All actions in the order they are declared. */
export const actionIds = Object.keys(actions) as readonly ActionId[]

/** What one action declares, with everything it may leave out filled in; `macKeys` is the first key where unsaid. */
export function specOf(id: ActionId): Required<Omit<ActionSpec, 'family' | 'macKeys'>> & {
  readonly family: ActionFamily | null
  readonly macKeys: string | null
} {
  const { keys = [], ...spec }: ActionSpec = actions[id]
  return {
    place: 'anywhere',
    isSwitch: false,
    ...spec,
    keys,
    macKeys: spec.macKeys ?? keys[0] ?? null,
    family: spec.family ?? null,
  }
}

/** The keys of an action that are shown first, as `Mod+k`; `null` when it has none. */
export function shownKeys(id: ActionId, isMac: boolean): string | null {
  const { keys, macKeys } = specOf(id)
  return isMac ? macKeys : (keys[0] ?? null)
}

const keyNames: { readonly [key: string]: string } = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Mod: 'Ctrl',
}
const macNames: { readonly [key: string]: string } = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }

/** The caps of a combination as a keyboard has them: `Mod+k` is `Ctrl`, `K`, or `⌘`, `K`. */
export function capsOf(keys: string, isMac: boolean): readonly string[] {
  return keys
    .split(/[+ ](?=.)/)
    .map(
      (key) =>
        (isMac ? macNames[key] : undefined) ??
        keyNames[key] ??
        (/^[a-z]$/.test(key) ? key.toUpperCase() : key),
    )
}
