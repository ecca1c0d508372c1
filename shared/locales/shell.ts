import type { Language } from '#shared/domain/cloud.ts'

/** The texts of everything that is not on the page: menus, and dialogs that the system draws. */
export type ShellTexts = {
  readonly menu: {
    readonly file: string
    readonly edit: string
    readonly view: string
    readonly go: string
    readonly window: string
    readonly help: string
    readonly about: string
    readonly services: string
    readonly hide: string
    readonly hideOthers: string
    readonly showAll: string
    readonly quit: string
    /** Windows' word for it. */
    readonly exit: string
    readonly close: string
    readonly undo: string
    readonly redo: string
    readonly cut: string
    readonly copy: string
    readonly paste: string
    readonly pastePlain: string
    readonly delete: string
    readonly selectAll: string
    readonly fullScreen: string
    readonly reload: string
    readonly developerTools: string
    readonly minimize: string
    readonly zoom: string
    readonly bringToFront: string
  }
  readonly dialog: {
    readonly openTitle: string
    readonly openButton: string
    readonly saveTitle: string
    readonly saveButton: string
    readonly folderTitle: string
    readonly folderButton: string
    /** The kinds of file of a dialog, by extension; an extension without a name is shown as it is. */
    readonly fileKinds: { readonly table: string; readonly mail: string; readonly picture: string }
  }
  /** `{count}` is how many requests are due. */
  readonly reminder: { readonly title: string; readonly body: string }
  readonly failure: {
    readonly title: string
    readonly close: string
    readonly quit: string
    readonly reload: string
    /** `{folder}` is the data folder. */
    readonly folderNotWritable: string
    readonly dataInUse: string
    readonly dataTooNew: string
    readonly dataDamaged: string
    /** Said below `dataDamaged` when there is a backup: `{date}` is when it was made. */
    readonly offerBackup: string
    readonly useBackup: string
    /** `{reference}` is what the log calls the failure. */
    readonly fault: string
    readonly pageGone: string
    readonly pageGoneDetail: string
  }
}

const chinese: ShellTexts = {
  menu: {
    file: '文件',
    edit: '编辑',
    view: '查看',
    go: '转到',
    window: '窗口',
    help: '帮助',
    about: '关于 Multi-Partner Desk',
    services: '服务',
    hide: '隐藏 Multi-Partner Desk',
    hideOthers: '隐藏其他',
    showAll: '全部显示',
    quit: '退出',
    exit: '退出',
    close: '关闭窗口',
    undo: '撤消',
    redo: '恢复',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    pastePlain: '粘贴为纯文本',
    delete: '删除',
    selectAll: '全选',
    fullScreen: '全屏',
    reload: '重新加载',
    developerTools: '开发人员工具',
    minimize: '最小化',
    zoom: '缩放',
    bringToFront: '前置全部窗口',
  },
  dialog: {
    openTitle: '选择文件',
    openButton: '打开',
    saveTitle: '保存文件',
    saveButton: '保存',
    folderTitle: '选择保存到的文件夹',
    folderButton: '保存到此处',
    fileKinds: { table: '表格文本', mail: '邮件草稿', picture: '图片' },
  },
  reminder: { title: '该再次询问了', body: '有 {count} 个请求需要再次询问。' },
  failure: {
    title: 'Multi-Partner Desk 无法继续',
    close: '关闭',
    quit: '退出',
    reload: '重新打开窗口',
    folderNotWritable:
      '无法写入数据文件夹，程序未启动，也没有更改任何内容。请检查此文件夹的权限和剩余空间：\n{folder}',
    dataInUse: '数据正由本程序的另一个进程使用（可能是命令行）。请等它结束，然后重新启动。',
    dataTooNew: '数据由更新版本的程序写入。为了不损坏数据，此版本不会打开它。请安装新版本。',
    dataDamaged: '数据文件无法读取，程序未更改它。请从备份恢复，或联系支持人员。数据文件夹：\n{folder}',
    offerBackup:
      '最近的备份制作于 {date}。用它恢复后，在那之后的更改不在其中；损坏的文件会保留在 backups 文件夹中。',
    useBackup: '用备份恢复',
    fault: '发生意外错误，程序将关闭。已保存的内容都已写入磁盘。日志中的编号：{reference}',
    pageGone: '窗口的内容意外停止了。',
    pageGoneDetail: '已保存的内容都已写入磁盘。可以重新打开窗口继续工作。',
  },
}

const english: ShellTexts = {
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    window: 'Window',
    help: 'Help',
    about: 'About Multi-Partner Desk',
    services: 'Services',
    hide: 'Hide Multi-Partner Desk',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    quit: 'Quit',
    exit: 'Exit',
    close: 'Close window',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste as plain text',
    delete: 'Delete',
    selectAll: 'Select all',
    fullScreen: 'Full screen',
    reload: 'Reload',
    developerTools: 'Developer tools',
    minimize: 'Minimize',
    zoom: 'Zoom',
    bringToFront: 'Bring All to Front',
  },
  dialog: {
    openTitle: 'Choose a file',
    openButton: 'Open',
    saveTitle: 'Save file',
    saveButton: 'Save',
    folderTitle: 'Choose a folder to save to',
    folderButton: 'Save here',
    fileKinds: { table: 'Delimited text', mail: 'Mail draft', picture: 'Picture' },
  },
  reminder: { title: 'Time to ask again', body: 'Requests to ask about again: {count}' },
  failure: {
    title: 'Multi-Partner Desk cannot go on',
    close: 'Close',
    quit: 'Quit',
    reload: 'Reopen the window',
    folderNotWritable:
      'The data folder cannot be written to, so the program did not start and changed nothing. Check the permissions and the free space of this folder:\n{folder}',
    dataInUse:
      'The data is in use by another process of this program (perhaps the command line). Wait for it to end, then start again.',
    dataTooNew:
      'The data was written by a newer version of this program. This version does not open it, so as not to damage it. Install the newer version.',
    dataDamaged:
      'The data file cannot be read; the program has not changed it. Restore a backup, or ask for support. The data folder:\n{folder}',
    offerBackup:
      'The newest backup was made on {date}. Restored from it, the program is without what came later; the damaged file is kept in the folder “backups”.',
    useBackup: 'Restore the backup',
    fault:
      'An unexpected error occurred and the program will close. Everything saved is on disk. Its reference in the log: {reference}',
    pageGone: 'The content of the window stopped unexpectedly.',
    pageGoneDetail: 'Everything saved is on disk. You can reopen the window and go on.',
  },
}

/** The shell's texts by language; a language without them does not compile. */
export const shellTexts: { readonly [L in Language]: ShellTexts } = { 'zh-CN': chinese, en: english }

/** Puts values where a text says `{name}`; the values are data and are not looked into again. */
export function fillIn(text: string, values: { readonly [name: string]: string }): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}
