import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export type Crumb = { text: string; href: string };

/** A page's title, the way to it, its actions and its content. The title takes the focus, so that a screen reader says where one has got to. */
export function Page({ title, crumbs = [], actions, children, lead }: { title: string; crumbs?: Crumb[]; actions?: ComponentChildren; children: ComponentChildren; lead?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · FlowLog`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div class="page">
      <header class="page-head">
        <div>
          {crumbs.length > 0 && <nav class="crumbs" aria-label="Breadcrumb"><ol>{crumbs.map((crumb) => <li key={crumb.href}><a href={crumb.href}>{crumb.text}</a></li>)}</ol></nav>}
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page with a heading of its own. */
export function Section({ title, actions, children, id }: { title: string; actions?: ComponentChildren; children: ComponentChildren; id?: string }) {
  return (
    <section class="card" aria-label={title} id={id}>
      <header class="card-head"><h2>{title}</h2>{actions && <div class="card-actions">{actions}</div>}</header>
      {children}
    </section>
  );
}

/** Names and values. */
export function Facts({ facts }: { facts: [string, ComponentChildren][] }) {
  return <dl class="facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

export function Badge({ tone, children, title }: { tone: 'good' | 'bad' | 'warning' | 'neutral' | 'info'; children: ComponentChildren; title?: string }) {
  return <span class={`badge ${tone}`} title={title}>{children}</span>;
}

export type Tab = { name: string; text: string; href: string };

/** Pages beside each other. */
export function Tabs({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => <a key={tab.name} href={tab.href} aria-current={tab.name === current ? 'page' : undefined}>{tab.text}</a>)}
    </nav>
  );
}
