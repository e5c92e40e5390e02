import './kiosk.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actAsDevice, forgetKey, keptKey } from './deviceKey';
import { FullScreen } from './FullScreen';
import { KioskKey } from './KioskKey';
import { KioskLanguage } from './KioskLanguage';
import { KioskStage } from './KioskStage';

/** A page for a tablet at a door: whoever looks into it is let in, or told why not. */
export default function Kiosk() {
  // All of them now: a door that has to say that the service is away cannot fetch the words then.
  const { t } = useTranslation(['kiosk', 'camera', 'problems']);
  const [point] = useState(() => decodeURIComponent(window.location.pathname.split('/')[2] ?? ''));
  const [open, setOpen] = useState(() => {
    const key = keptKey(localStorage);
    if (key) actAsDevice(key);
    return key !== undefined;
  });
  useEffect(() => {
    document.title = `${t('title', { point })} · ${t('common:product')}`;
  }, [t, point]);
  return (
    <div className="janua-kiosk">
      <header className="janua-kiosk-head">
        <img src="/janua.svg" alt="" width="32" height="32" />
        <span className="janua-kiosk-point">{point}</span>
        <KioskLanguage />
        <FullScreen />
      </header>
      {open ? (
        <KioskStage
          point={point}
          otherKey={() => {
            forgetKey(localStorage);
            setOpen(false);
          }}
        />
      ) : (
        <KioskKey point={point} opened={() => setOpen(true)} />
      )}
    </div>
  );
}
