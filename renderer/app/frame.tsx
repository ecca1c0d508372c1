import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeCorner, useNotify } from '#renderer/parts/notify.tsx'
import type { Client } from '#renderer/state/client.ts'
import { useAsOf } from '#renderer/state/as-of.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { ContentHeader } from './content-header.tsx'
import { CrashBoundary } from './crash-boundary.tsx'
import { Dialogs } from './dialogs.tsx'
import { FileDrop } from './file-drop.tsx'
import { Hands } from './hands.tsx'
import { Navigation } from './navigation.tsx'
import { Screen } from './screen.tsx'
import { StatusLine } from './status-line.tsx'
import { TitleBar } from './title-bar.tsx'

const AsOfBanner = lazy(async () => ({ default: (await import('./as-of-banner.tsx')).AsOfBanner }))
const SafeBanner = lazy(async () => ({ default: (await import('./safe-banner.tsx')).SafeBanner }))

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'grid',
    gridTemplateRows: '48px minmax(0, 1fr) 28px',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"title title" "navigation content" "status status"',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    userSelect: 'none',
    '@media print': { display: 'block' },
  },
  content: {
    gridArea: 'content',
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    marginRight: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    // Not even a focus far down moves what is clipped.
    overflow: 'clip',
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  screen: {
    flex: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
  },
  /** All that is framed so is not today. */
  earlier: { border: `2px solid ${tokens.colorStatusWarningBorderActive}` },
})

/** What stands around every screen: title area, navigation, status line, notices and the place files drop on. */
export function Frame({ client }: { readonly client: Client }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const screen = useUi((state) => state.route.screen)
  const isSafe = useUi((state) => state.safe.isOn)
  const main = useRef<HTMLElement>(null)
  const asOf = useAsOf()
  useStrayFailureNotice()
  return (
    <FileDrop>
      <div data-frame className={styles.root}>
        <TitleBar />
        <Navigation />
        <main
          ref={main}
          tabIndex={-1}
          className={mergeClasses(styles.content, asOf !== null && styles.earlier)}
          aria-label={t('frame.content')}
        >
          <Suspense fallback={null}>{isSafe && <SafeBanner />}</Suspense>
          <Suspense fallback={null}>{asOf !== null && <AsOfBanner />}</Suspense>
          <ContentHeader />
          <div className={styles.screen}>
            <CrashBoundary client={client} key={screen}>
              <Screen />
            </CrashBoundary>
          </div>
        </main>
        <StatusLine />
      </div>
      <Hands screen={main} />
      <Dialogs />
      <NoticeCorner />
    </FileDrop>
  )
}

function useStrayFailureNotice(): void {
  const { t } = useTranslation()
  const notify = useNotify()
  const { set } = useUiActions()
  const reference = useUi((state) => state.strayFailure)
  useEffect(() => {
    if (reference !== null) {
      notify({
        title: t('problems.unexpected'),
        ...(reference === '' ? {} : { body: t('problems.reference', { reference }) }),
        intent: 'error',
      })
      set('strayFailure', null)
    }
  }, [reference, notify, set, t])
}
