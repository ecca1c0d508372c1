import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { DraftsRegular } from '@fluentui/react-icons/svg/drafts'
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open'
import { SaveRegular } from '@fluentui/react-icons/svg/save'
import { TextTRegular } from '@fluentui/react-icons/svg/text-t'
import { useTranslation } from 'react-i18next'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { Fact, FactList } from '#renderer/parts/fact-list.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { handedOver } from '#renderer/requests/use-kit.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { KitButtons } from './kit-buttons.tsx'
import type { HandOver } from './use-hand-over.ts'
import { resellerOf } from './use-request-draft.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  account: { display: 'inline-flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  copies: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: {
    whiteSpace: 'normal',
    display: 'block',
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
})

type ReviewProps = { readonly view: DraftView; readonly handOver: HandOver }

/** The last look, and the ways out of the program. */
export function ReviewStep({ view, handOver }: ReviewProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { draft, account, customerName, language } = view
  const reseller = resellerOf(account, draft.sentBy)
  const facts = [
    [t('wizard.review.customer'), customerName],
    [
      t('wizard.review.account'),
      account !== null && (
        <span key="account" className={styles.account}>
          {account.companyName}
          <CloudBadge cloud={account.cloud} />
        </span>
      ),
    ],
    [
      t('wizard.review.owner'),
      t(account?.kind === 'indirect-reseller' ? 'wizard.review.ownerProvider' : 'wizard.review.ownerAccount'),
    ],
    ...(reseller === null ? [] : [[t('wizard.sender.label'), reseller] as const]),
    [t('wizard.review.language'), t(`languages.${language}`)],
    [
      t('wizard.review.recipients'),
      draft.recipients.length === 0 ? t('wizard.review.noRecipients') : draft.recipients.join('; '),
    ],
  ] as const
  return (
    <>
      <FactList>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </FactList>
      {handOver.error !== null && <Problem error={handOver.error} />}
      {draft.exported === null ? (
        <Text className={styles.quiet}>{t('wizard.review.explain')}</Text>
      ) : (
        <Saved fileName={draft.exported.fileName} fileHandle={draft.exported.fileHandle} />
      )}
      {draft.copied !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.bar}>{t(handedOver[draft.copied])}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.copies} role="group" aria-label={t('wizard.review.ways')}>
        <Button icon={<CopyRegular />} disabled={handOver.pending} onClick={() => void handOver.copy('rich')}>
          {t('wizard.review.copyRich')}
        </Button>
        <Button
          icon={<TextTRegular />}
          disabled={handOver.pending}
          onClick={() => void handOver.copy('text')}
        >
          {t('wizard.review.copyText')}
        </Button>
        {isHandedOver(view) ? (
          <Button
            icon={<SaveRegular />}
            disabled={handOver.pending}
            onClick={() => void handOver.exportEml()}
          >
            {t(draft.exported === null ? 'wizard.review.save' : 'wizard.review.saveAgain')}
          </Button>
        ) : (
          <KeepButton handOver={handOver} />
        )}
      </div>
      <KitButtons view={view} requestIdOf={handOver.save} isDisabled={handOver.pending} />
    </>
  )
}

function Saved({ fileName, fileHandle }: { readonly fileName: string; readonly fileHandle: string | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const reveal = useCommand('file.reveal')
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody className={styles.bar}>
          <MessageBarTitle>{t('wizard.review.savedTitle', { fileName })}</MessageBarTitle>
          <br />
          {t('wizard.review.savedText')}
        </MessageBarBody>
        {fileHandle !== null && (
          <MessageBarActions>
            <Button icon={<FolderOpenRegular />} onClick={() => void reveal.run({ fileHandle })}>
              {t('wizard.review.reveal')}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {reveal.error !== null && <Problem error={reveal.error} />}
    </>
  )
}

function KeepButton({ handOver }: Pick<ReviewProps, 'handOver'>) {
  const { t } = useTranslation()
  const notify = useNotify()
  const { set, go } = useUiActions()
  return (
    <Button
      icon={<DraftsRegular />}
      disabled={handOver.pending}
      onClick={async () => {
        if (await handOver.keep()) {
          set('draft', null)
          notify({ title: t('wizard.review.draftKept') })
          go({ screen: 'requests', isFullPage: false })
        }
      }}
    >
      {t('wizard.review.keepDraft')}
    </Button>
  )
}

type ReviewFooterProps = ReviewProps & { readonly onOpenRequest: (requestId: string) => void }

/** The one button of the last step: saving first, then done. */
export function ReviewFooter({ view, handOver, onOpenRequest }: ReviewFooterProps) {
  const { t } = useTranslation()
  const { set } = useUiActions()
  const { requestId } = view.draft
  return isHandedOver(view) ? (
    <Button
      appearance="primary"
      onClick={() => {
        set('draft', null)
        if (requestId !== null) {
          onOpenRequest(requestId)
        }
      }}
    >
      {t('wizard.review.done')}
    </Button>
  ) : (
    <Button
      appearance="primary"
      icon={<SaveRegular />}
      disabled={handOver.pending}
      onClick={() => void handOver.exportEml()}
    >
      {t('wizard.review.save')}
    </Button>
  )
}

function isHandedOver({ draft }: DraftView): boolean {
  return draft.exported !== null || draft.copied !== null
}
