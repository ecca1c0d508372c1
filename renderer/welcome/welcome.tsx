import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import { BuildingPeopleRegular } from '@fluentui/react-icons/svg/building-people'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    padding: tokens.spacingHorizontalXXL,
  },
  middle: {
    width: '100%',
    maxWidth: '920px',
    marginBlock: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  icon: { color: tokens.colorCompoundBrandForeground1, '& svg': { width: '28px', height: '28px' } },
  heading: { margin: 0 },
  hint: { flex: 1, color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  action: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalS },
})

type WelcomeProps = { readonly onImport: () => void; readonly onAddAccount: () => void }

/** The first start: three ways in, the most likely one first. */
export function Welcome({ onImport, onAddAccount }: WelcomeProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const sample = useCommand('sample.load')
  return (
    <div className={styles.root}>
      <div className={styles.middle}>
        <div className={styles.words}>
          <Text as="h1" size={700} weight="semibold" className={styles.title}>
            {t('welcome.title')}
          </Text>
          <Text size={400} className={styles.quiet}>
            {t('welcome.subtitle')}
          </Text>
        </div>
        {sample.error !== null && <Problem error={sample.error} />}
        <div className={styles.choices}>
          <Choice
            icon={<BuildingPeopleRegular />}
            title={t('welcome.account')}
            hint={t('welcome.accountHint')}
            action={
              <Button appearance="primary" onClick={onAddAccount}>
                {t('welcome.accountAction')}
              </Button>
            }
          />
          <Choice
            icon={<ArrowImportRegular />}
            title={t('welcome.file')}
            hint={t('welcome.fileHint') + t('common.sentenceGap') + t('welcome.fileDrop')}
            action={<Button onClick={onImport}>{t('welcome.fileAction')}</Button>}
          />
          <Choice
            icon={<BeakerRegular />}
            title={t('welcome.sample')}
            hint={t('welcome.sampleHint')}
            action={
              <Button
                disabled={sample.pending}
                onClick={async () => {
                  const result = await sample.run({})
                  if (result.ok) {
                    notify({ title: t('sample.marker'), body: t('sample.loaded'), intent: 'info' })
                  }
                }}
              >
                {t('welcome.sampleAction')}
              </Button>
            }
          />
        </div>
      </div>
    </div>
  )
}

type ChoiceProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly action: ReactNode
}

function Choice({ icon, title, hint, action }: ChoiceProps) {
  const styles = useStyles()
  return (
    <section className={styles.choice}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {title}
      </Text>
      <Text className={styles.hint}>{hint}</Text>
      <div className={styles.action}>{action}</div>
    </section>
  )
}
