import type { ActionFamily, ActionId } from '#shared/actions.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { desk as english } from './en-desk.ts'
import { desk as chinese } from './zh-cn-desk.ts'

/** How the menus of the system name what the program can do. */
export type ActionTexts = {
  readonly families: { readonly [F in ActionFamily]: string }
  /** What an action is called in a menu: shorter than in the palette where the menu says the rest. */
  readonly titleOf: (id: ActionId) => string
}

type Titles = { readonly [A in ActionId]?: string }

const englishTitles: Titles = {
  goHome: 'Home',
  goCustomers: 'Customers',
  goRequests: 'Requests',
  goRenewals: 'Renewals',
  goSubscriptions: 'Subscriptions',
  goImports: 'Imports',
  goLinks: 'Links',
  goAccounts: 'Partner accounts',
  goSettings: 'Settings…',
  goBack: 'Back',
  goForward: 'Forward',
  openPalette: 'Search everywhere…',
  filterList: 'Find in the list',
  quickLook: 'Quick look',
  newRequest: 'New request…',
  requestForCustomer: 'New request for this customer…',
  importFile: 'Import a file…',
  addAccount: 'Add a partner account…',
  undo: 'Undo',
  customerSafe: 'Customer-safe screen',
  toggleNavigation: 'Collapse the navigation',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeHighContrast: 'High contrast',
  densityComfortable: 'Comfortable',
  densityCompact: 'Compact',
  languageChinese: '简体中文',
  languageEnglish: 'English',
}

const chineseTitles: Titles = {
  goHome: '主页',
  goCustomers: '客户',
  goRequests: '请求',
  goRenewals: '续订',
  goSubscriptions: '订阅',
  goImports: '导入',
  goLinks: '链接',
  goAccounts: '合作伙伴帐户',
  goSettings: '设置…',
  openPalette: '搜索全部内容…',
  filterList: '在列表中查找',
  quickLook: '快速查看',
  newRequest: '新建请求…',
  requestForCustomer: '为此客户新建请求…',
  importFile: '导入文件…',
  addAccount: '添加合作伙伴帐户…',
  undo: '撤消',
  customerSafe: '客户安全屏幕',
  toggleNavigation: '折叠导航',
  themeSystem: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  themeHighContrast: '高对比度',
  densityComfortable: '舒适',
  densityCompact: '紧凑',
  languageChinese: '简体中文',
  languageEnglish: 'English',
}

/** The names of actions in menus, by language. */
export const actionTexts: { readonly [L in Language]: ActionTexts } = {
  'zh-CN': {
    families: { theme: '主题', density: '密度', language: '语言' },
    titleOf: (id) => chineseTitles[id] ?? chinese.actions[id],
  },
  en: {
    families: { theme: 'Theme', density: 'Density', language: 'Language' },
    titleOf: (id) => englishTitles[id] ?? english.actions[id],
  },
}
