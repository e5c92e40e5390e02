import {
  Divider,
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  MenuToggle,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/auth/me';
import { LANGUAGES, speak } from '@/i18n';
import { chooseTheme, type Theme, useTheme } from './theme';

const THEMES: Theme[] = ['system', 'light', 'dark'];

/** Who is signed in, and how they like to see the console. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const chosen = useTheme();
  const [open, setOpen] = useState(false);
  const name = me.name ?? me.actor;
  return (
    <Toolbar isFullHeight isStatic>
      <ToolbarContent>
        <ToolbarItem align={{ default: 'alignEnd' }}>
          <Dropdown
            isOpen={open}
            onOpenChange={setOpen}
            popperProps={{ position: 'right' }}
            toggle={(toggle) => (
              <MenuToggle
                ref={toggle}
                isExpanded={open}
                onClick={() => setOpen(!open)}
                aria-label={t('account', { name })}
              >
                {name}
              </MenuToggle>
            )}
          >
            <DropdownGroup label={me.tenantName ?? me.tenant}>
              <DropdownList>
                <DropdownItem key="sign-out" onClick={me.signOut}>
                  {t('signOut')}
                </DropdownItem>
              </DropdownList>
            </DropdownGroup>
            <Divider />
            <DropdownGroup label={t('theme.label')}>
              <DropdownList>
                {THEMES.map((theme) => (
                  <DropdownItem key={theme} isSelected={theme === chosen} onClick={() => chooseTheme(theme)}>
                    {t(`theme.${theme}`)}
                  </DropdownItem>
                ))}
              </DropdownList>
            </DropdownGroup>
            <Divider />
            <DropdownGroup label={t('language')}>
              <DropdownList>
                {Object.entries(LANGUAGES).map(([tag, language]) => (
                  <DropdownItem key={tag} lang={tag} isSelected={i18n.language === tag} onClick={() => void speak(tag)}>
                    {language}
                  </DropdownItem>
                ))}
              </DropdownList>
            </DropdownGroup>
          </Dropdown>
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
