import { commands } from '#shared/contract/contract.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import { rasterLimits, readRaster } from '#main/pictures/raster.ts'
import type { Store } from '#main/store/store.ts'
import type { Touched } from '#main/store/undo.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { requireAccount } from './account-commands.ts'

type LogoCommands = Pick<HandlersOf<'account'>, 'account.setLogo' | 'account.removeLogo'>

/** Keeps the logo that stands on an account's papers, and takes it away. */
export function createLogoCommands(store: Store): LogoCommands {
  return {
    'account.setLogo': async ({ accountId }, context) => {
      requireAccount(store.reader, accountId)
      const file = await context.openFile(commands['account.setLogo'].file)
      if (file.size > rasterLimits.bytes) {
        throw new AppError('LOGO_INVALID', 'the file is too large for a logo', { reason: 'bytes' })
      }
      const { mime, bytes, width, height } = readRaster(await file.read())
      // The account may have gone while the dialog stood open.
      const subject = requireAccount(store.reader, accountId)
      commitUndoable(store, { command: 'account.setLogo', subject }, logoOf(accountId), (writer) =>
        writer.run(
          `INSERT INTO account_logo (account_id, mime, content, width, height, updated_at)
          VALUES (:accountId, :mime, :content, :width, :height, :now)
          ON CONFLICT (account_id) DO UPDATE SET mime = excluded.mime, content = excluded.content,
            width = excluded.width, height = excluded.height, updated_at = excluded.updated_at`,
          {
            accountId,
            mime,
            content: Buffer.from(bytes).toString('base64'),
            width,
            height,
            now: store.now().toISOString(),
          },
        ),
      )
      return { width, height }
    },
    'account.removeLogo': ({ accountId }) => {
      const subject = requireAccount(store.reader, accountId)
      commitUndoable(store, { command: 'account.removeLogo', subject }, logoOf(accountId), (writer) =>
        writer.run('DELETE FROM account_logo WHERE account_id = :accountId', { accountId }),
      )
      return {}
    },
  }
}

function logoOf(accountId: string): readonly Touched[] {
  return [{ table: 'account_logo', column: 'account_id', value: accountId }]
}
