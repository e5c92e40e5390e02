import { Breadcrumb, BreadcrumbItem, Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HeadingLevel } from './heading';

/** A page: its heading (which is the window's title, too), what it is for, and what can be done on it. */
export function PageBody({
  title,
  description,
  trail = [],
  actions,
  children,
}: {
  title: string;
  description?: ReactNode;
  /** The pages above this one. */
  trail?: { to: string; text: string }[];
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <HeadingLevel value="h2">
      <PageSection hasBodyWrapper={false} className="janua-head">
        {trail.length > 0 && (
          <Breadcrumb className="janua-trail" aria-label={t('nav.trail')}>
            {trail.map((page) => (
              <BreadcrumbItem
                key={page.to}
                render={({ className }) => (
                  <Link to={page.to} className={className}>
                    {page.text}
                  </Link>
                )}
              />
            ))}
            <BreadcrumbItem isActive>{title}</BreadcrumbItem>
          </Breadcrumb>
        )}
        <Flex
          // Beside a button there is no room for a sentence on a telephone.
          direction={{ default: 'column', md: 'row' }}
          justifyContent={{ default: 'justifyContentSpaceBetween' }}
          alignItems={{ default: 'alignItemsFlexStart' }}
        >
          <FlexItem flex={{ default: 'flex_1' }}>
            <Title headingLevel="h1">{title}</Title>
            {description && (
              <Content component="p" className="janua-purpose">
                {description}
              </Content>
            )}
          </FlexItem>
          {actions && <FlexItem>{actions}</FlexItem>}
        </Flex>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        {children}
      </PageSection>
    </HeadingLevel>
  );
}
