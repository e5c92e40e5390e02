import '../access.css';
import { Button, Card, CardBody, CardTitle, DescriptionList } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/auth/me';
import { useActorText } from '@/components/Actor';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Failure } from '@/components/Failure';
import { Time } from '@/components/formats';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { nameOf, type Person, type Place } from '@/pages/people/person';
import { useAccessChanged } from '../access-api';
import { Links } from '../Links';
import { Member } from '../Member';
import { doorPath, groupPath, rulePath, schedulePath } from '../paths';
import type { SubjectAccess } from '../types';
import { BlockDialog } from './BlockDialog';
import { CardRow } from './CardRow';
import { PinRow } from './PinRow';
import { unblock, useSubjectAccess } from './people-api';
import { WhereRow } from './WhereRow';

/** Where somebody may pass and why, with what they show at a door. */
export default function AccessTab({ place, person }: { place: Place; person: Person }) {
  const { t } = useTranslation('access');
  const access = useSubjectAccess(place);
  if (!access.data) {
    return access.isError ? <Failure problem={access.error} retry={() => void access.refetch()} /> : <Loading />;
  }
  return (
    <div className="janua-person-access">
      <BlockNotice place={place} name={nameOf(person)} access={access.data} />
      <Card>
        <CardTitle component="h2">{t('person.shows')}</CardTitle>
        <CardBody>
          <DescriptionList isHorizontal isFluid>
            <CardRow place={place} access={access.data} />
            <PinRow place={place} access={access.data} />
            <WhereRow place={place} />
            <Member term={t('group.title')}>
              {access.data.groups.length === 0 ? (
                t('person.noGroups')
              ) : (
                <ul className="janua-plain-list">
                  {access.data.groups.map(({ group, validFrom, validUntil }) => (
                    <li key={group}>
                      <Link to={groupPath(group)}>{group}</Link>{' '}
                      <span className="janua-subtle">
                        {validFrom && (
                          <>
                            {t('validity.from')} <Time at={validFrom} />{' '}
                          </>
                        )}
                        {validUntil && (
                          <>
                            {t('validity.until')} <Time at={validUntil} />
                          </>
                        )}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Member>
          </DescriptionList>
        </CardBody>
      </Card>
      <Card>
        <CardTitle component="h2">{t('person.rules')}</CardTitle>
        <CardBody>
          <Rules rules={access.data.rules} />
        </CardBody>
      </Card>
    </div>
  );
}

function Rules({ rules }: Pick<SubjectAccess, 'rules'>) {
  const { t } = useTranslation('access');
  if (rules.length === 0) {
    return <p>{t('person.noRules')}</p>;
  }
  return (
    <Table variant="compact" aria-label={t('person.rules')}>
      <Thead>
        <Tr>
          <Th>{t('rule.name')}</Th>
          <Th>{t('rule.points')}</Th>
          <Th>{t('rule.schedule')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rules.map(({ rule, points, schedule }) => (
          <Tr key={rule}>
            <Td dataLabel={t('rule.name')} modifier="breakWord">
              <Link to={rulePath(rule)}>{rule}</Link>
            </Td>
            <Td dataLabel={t('rule.points')} modifier="breakWord">
              <Links names={points} to={doorPath} />
            </Td>
            <Td dataLabel={t('rule.schedule')} modifier="breakWord">
              {schedule ? <Link to={schedulePath(schedule)}>{schedule}</Link> : t('always')}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function BlockNotice({ place, name, access: { block } }: { place: Place; name: string; access: SubjectAccess }) {
  const { t } = useTranslation('access');
  const mayOperate = useMay()('access.operate');
  const actor = useActorText();
  const changed = useAccessChanged();
  const [asking, setAsking] = useState(false);
  if (!block) {
    return (
      mayOperate && (
        <div>
          <Button variant="secondary" isDanger onClick={() => setAsking(true)}>
            {t('person.block')}
          </Button>
          {asking && <BlockDialog place={place} name={name} close={() => setAsking(false)} />}
        </div>
      )
    );
  }
  return (
    <Notice
      variant="danger"
      title={t('person.blocked')}
      {...(mayOperate
        ? {
            actionLinks: (
              <Button variant="link" isInline onClick={() => setAsking(true)}>
                {t('unblock.action')}
              </Button>
            ),
          }
        : {})}
    >
      <p>{block.reason}</p>
      <p>
        {t('block.since')} <Time at={block.blockedAt} /> · {actor(block.blockedBy)}
        {block.until && (
          <>
            {' · '}
            {t('validity.until')} <Time at={block.until} />
          </>
        )}
      </p>
      {asking && (
        <ConfirmDialog
          title={t('unblock.title', { name })}
          confirm={t('unblock.action')}
          danger={false}
          onConfirm={async () => {
            await unblock(place);
            await changed();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('unblock.help')}</p>
        </ConfirmDialog>
      )}
    </Notice>
  );
}
