import './recognise.css';
import { Button, Content } from '@patternfly/react-core';
import ExchangeAltIcon from '@patternfly/react-icons/dist/esm/icons/exchange-alt-icon';
import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageBody } from '@/components/PageBody';
import { RateSlider } from '@/components/RateSlider';
import { formatRate, nearestStep, parseRate, POWERS } from '@/pages/operating-point/rates';
import { ComparedPicture } from './ComparedPicture';
import { Comparison } from './Comparison';
import { useComparison, useForgetting } from './recognition-api';
import { NO_PAIR, pair, pairKey } from './pair';
import { usePastedPicture } from './usePastedPicture';

const USUAL_FMR = 1e-4;

/** Two pictures: the same person or not, at the error rate of one's choice. */
export default function Compare() {
  const { t } = useTranslation('compare');
  const [address, setAddress] = useSearchParams();
  const step = nearestStep(POWERS, parseRate(address.get('rate')) ?? USUAL_FMR);
  const [{ first, second, made }, dispatch] = useReducer(pair, NO_PAIR);
  useForgetting();
  usePastedPicture((image) => dispatch({ do: 'bring', side: first ? 'second' : 'first', image }));
  const pictures = first && second ? { image: first.image, reference: second.image } : undefined;
  const comparison = useComparison(pairKey({ first, second, made }), pictures, POWERS[step]!);
  return (
    <PageBody title={t('title')} description={t('description')}>
      <div className="janua-pair">
        <ComparedPicture
          side="first"
          picture={first}
          choose={(image) => dispatch({ do: 'bring', side: 'first', image })}
        />
        <Button
          variant="plain"
          icon={<ExchangeAltIcon />}
          aria-label={t('swap')}
          isDisabled={!first && !second}
          onClick={() => dispatch({ do: 'swap' })}
        />
        <ComparedPicture
          side="second"
          picture={second}
          choose={(image) => dispatch({ do: 'bring', side: 'second', image })}
        />
      </div>
      <div className="janua-comparison">
        <RateSlider
          label={t('rate')}
          rates={POWERS}
          step={step}
          // At once: a slider that lags behind its keys loses some of them.
          change={(chosen) => setAddress({ rate: formatRate(POWERS[chosen]!) }, { replace: true, flushSync: true })}
        />
        {pictures ? (
          <Comparison comparison={comparison} />
        ) : (
          <Content component="p" className="janua-answer-none">
            {t('waiting')}
          </Content>
        )}
      </div>
    </PageBody>
  );
}
