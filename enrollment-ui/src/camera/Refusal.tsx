import { Content, List, ListItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/api/problem';
import { ProblemAlert } from '@/components/ProblemAlert';

/** Why a picture was not enrolled, with everything that helps to take a better one. */
export function Refusal({ problem }: { problem: unknown }) {
  const { t } = useTranslation(['camera', 'advice']);
  const more = problem instanceof ApiProblem ? problem.more : {};
  const advice = Array.isArray(more.adviceCodes) ? more.adviceCodes.map(String) : [];
  return (
    <div className="janua-refusal" role="alert">
      <ProblemAlert problem={problem} />
      {advice.length > 0 && (
        <List>
          {advice.map((code) => (
            <ListItem key={code}>{t(`advice:${code}`, { defaultValue: code })}</ListItem>
          ))}
        </List>
      )}
      {typeof more.reason === 'string' && (
        <Content component="p">
          {t('turnFailed', { turn: more.turn, reason: t(`reason.${more.reason}`, { defaultValue: more.reason }) })}
        </Content>
      )}
    </div>
  );
}
