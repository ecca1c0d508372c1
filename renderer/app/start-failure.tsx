import { Button, makeStyles } from '@fluentui/react-components'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { Language } from '#shared/domain/cloud.ts'
import type { WireError } from '#shared/protocol.ts'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { useTexts } from './texts.ts'

const useStyles = makeStyles({ root: { display: 'flex', height: '100vh' } })

type StartFailureProps = {
  readonly error: WireError
  readonly language: Language
  readonly onRetry: () => void
}

/** What the window says where nothing can be drawn, since what every screen stands in could not be read. */
export function StartFailure({ error, language, onRetry }: StartFailureProps) {
  const texts = useTexts(language)
  return texts === null ? null : (
    <I18nextProvider i18n={texts}>
      <Told error={error} onRetry={onRetry} />
    </I18nextProvider>
  )
}

function Told({ error, onRetry }: Omit<StartFailureProps, 'language'>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const reference = error.data['reference']
  return (
    <main>
      <div role="alert" className={styles.root}>
        <EmptyState
          icon={<ErrorCircleRegular />}
          title={t('problems.title')}
          hint={[
            t(`errors.${error.code}`),
            t(`errorActions.${error.code}`),
            typeof reference === 'string' ? t('problems.reference', { reference }) : '',
          ]
            .filter((sentence) => sentence !== '')
            .join(t('common.sentenceGap'))}
          action={
            <Button appearance="primary" onClick={onRetry}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      </div>
    </main>
  )
}
