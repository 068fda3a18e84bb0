import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import type { Route } from '../app/routes';
import { Button } from '../ui/Button';
import { More } from '../ui/More';
import { Empty, Loading, ProblemNotice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { usePaged } from '../ui/paged';
import { Table, type Column } from '../ui/Table';
import { kitTexts } from '../ui/texts';
import { DeleteDialog } from './DeleteDialog';
import { FilterBar } from './FilterBar';
import type { Form } from './form';
import { matches } from './matching';
import { ResourceDialog } from './ResourceDialog';
import type { Resource } from './resources';
import { networkTexts } from './texts';
import { useFragment } from './useFragment';
import type { Network } from './useNetwork';

type Properties<R, V> = {
  route: Route;
  title: string;
  kind: string;
  form: Form<R, V>;
  network: Network;
  /** Filters of the API that links may set. */
  filters: string[];
  columns: Column<R>[];
  /** Ways from a resource to others. */
  links?: (resource: R) => ComponentChildren;
  empty: string;
  start?: Partial<V>;
  onChanged: () => void;
  lead?: ComponentChildren;
};

type Open<R> = { act: 'create' } | { act: 'edit' | 'delete'; resource: R };

/** The resources of a kind: to be found, made, changed and deleted. */
export function ResourceTab<R extends Resource, V extends object>({ route, title, kind, form, network, filters, columns, links, empty, start, onChanged, lead }: Properties<R, V>) {
  const text = useTexts(networkTexts);
  const kit = useTexts(kitTexts);
  const change = useFragment(route);
  const [open, setOpen] = useState<Open<R>>();
  const wanted = route.params.get('q') ?? '';
  const id = route.params.get('id') ?? '';
  const query = Object.fromEntries(filters.map((name) => [name, route.params.get(name) ?? undefined]));
  const paged = usePaged<R>(form.path, query, wanted.trim() !== '' || id !== '');
  const rows = paged.items?.filter((resource) => (id === '' || resource.id === id) && (wanted.trim() === '' || matches(resource, wanted.trim())));
  const narrowed = wanted.trim() !== '' || id !== '' || Object.values(query).some((value) => value !== undefined);
  const done = () => {
    setOpen(undefined);
    paged.reload();
    onChanged();
  };
  const actions: Column<R> = {
    name: 'actions',
    title: text.actions,
    cell: (resource) => (
      <div class="row-actions">
        {links?.(resource)}
        <Button kind="quiet" size="small" label={text.editOf(resource.name || resource.id)} onClick={() => setOpen({ act: 'edit', resource })}>{kit.edit}</Button>
        <Button kind="quiet" size="small" label={text.deleteOf(resource.name || resource.id)} onClick={() => setOpen({ act: 'delete', resource })}>{kit.remove}</Button>
      </div>
    ),
  };
  const create = <Button kind="primary" onClick={() => setOpen({ act: 'create' })}>{text.createKind(kind)}</Button>;
  return (
    <Section title={title} actions={<><Button onClick={done} busy={paged.loading}>{kit.refresh}</Button>{create}</>}>
      {lead}
      <FilterBar wanted={wanted} filters={[...filters, 'id']} route={route} network={network} onChange={(changes) => change(changes, true)} />
      <ProblemNotice problem={paged.problem} retry={paged.reload} />
      {rows === undefined ? paged.loading && <Loading /> : (
        <>
          <p class="hint" role="status">{paged.more === undefined || narrowed ? text.count(rows.length) : text.first(rows.length)}</p>
          <Table cards caption={title} columns={[...columns, actions]} rows={rows} keyOf={(row) => row.id} empty={<Empty action={narrowed ? undefined : create}>{narrowed ? text.noMatch : empty}</Empty>} />
          <More paged={paged} />
        </>
      )}
      {open?.act === 'delete' && <DeleteDialog path={form.path} resource={open.resource} kind={kind} onClose={() => setOpen(undefined)} onDone={done} />}
      {(open?.act === 'create' || open?.act === 'edit') && (
        <ResourceDialog
          title={open.act === 'create' ? text.createKind(kind) : text.editKind(kind)}
          form={form}
          network={network}
          {...(open.act === 'edit' ? { id: open.resource.id } : { start })}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
    </Section>
  );
}
