import type { ComponentChildren } from 'preact';

type Properties = {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  disabled?: boolean;
  busy?: boolean;
  /** Why it is disabled, or what it does; a disabled button with a reason can still be reached and read. */
  title?: string;
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
  size?: 'small';
  /** The form that it sends, where it does not lie within it. */
  form?: string;
  /** The element that says why it is disabled. */
  describedBy?: string | undefined;
};

export function Button({ children, onClick, kind = 'plain', type = 'button', disabled, busy, title, label, pressed, expanded, size, form, describedBy }: Properties) {
  const off = disabled === true || busy === true;
  return (
    <button
      type={type}
      class={`button ${kind}${size ? ` ${size}` : ''}${busy ? ' busy' : ''}`}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      form={form}
      title={title}
      onClick={(event) => {
        if (!off) onClick?.();
        else event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ href, children, kind = 'plain' }: { href: string; children: ComponentChildren; kind?: 'primary' | 'plain' | 'quiet' }) {
  return <a class={`button ${kind}`} href={href}>{children}</a>;
}
