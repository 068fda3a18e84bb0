import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { go, href, type Route } from '../app/routes';
import { useApi } from '../app/session';
import type { GroupVersion, SecurityGroup } from '../network/resources';
import { networkTexts } from '../network/texts';
import { useFragment } from '../network/useFragment';
import { useAsked } from '../ui/asked';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { useFormat } from '../ui/format';
import { Loaded } from '../ui/Loaded';
import { Notice } from '../ui/Notice';
import { Badge, Section } from '../ui/Page';
import { Table } from '../ui/Table';
import { compare } from './compare';
import { Difference } from './Difference';
import { draftOf, rebased, type Draft } from './draft';
import { RuleTable } from './RuleTable';
import { groupTexts } from './texts';

type Properties = { id: string; route: Route; nameOf: (id: string) => string; now: SecurityGroup | undefined; onRestore: ((draft: Draft) => void) | undefined };

/** What the group decided by in the course of time. `version` of the address is looked at, compared with `against`. */
export function Versions({ id, route, nameOf, now, onRestore }: Properties) {
  const api = useApi();
  const text = useTexts(groupTexts);
  const asked = useAsked(async (signal) => (await api.all<GroupVersion>(at`securitygroups/${id}/versions`, {}, signal)).reverse(), [api, id]);
  const restore = (version: GroupVersion) => {
    if (now === undefined) return;
    onRestore?.(rebased(draftOf(version), now));
    go(href(route.path, { tab: 'edit' }));
  };
  return (
    <Loaded asked={asked}>
      {(versions) => (
        <>
          <List versions={versions} route={route} onRestore={onRestore && restore} />
          <Compared versions={versions} route={route} nameOf={nameOf} />
          <One versions={versions} route={route} id={id} nameOf={nameOf} />
          {versions.length === 0 && <Notice>{text.noVersions}</Notice>}
        </>
      )}
    </Loaded>
  );
}

type Shown = { versions: GroupVersion[]; route: Route };

function List({ versions, route, onRestore }: Shown & { onRestore: ((version: GroupVersion) => void) | undefined }) {
  const text = useTexts(groupTexts);
  const common = useTexts(networkTexts);
  const format = useFormat();
  const latest = versions[0]?.version;
  return (
    <Section title={text.tabs.versions}>
      <Table
        compact
        caption={text.tabs.versions}
        rows={versions}
        keyOf={(row) => String(row.version)}
        columns={[
          { name: 'version', title: common.version, cell: (row) => <>{row.version} {row.version === latest && <Badge tone="good">{text.now}</Badge>}</> },
          { name: 'time', title: text.inForceFrom, cell: (row) => <span class="nowrap">{format.time(row.updatedAt)}</span> },
          { name: 'rules', title: common.rules, align: 'end', cell: (row) => row.rules.length },
          { name: 'changes', title: text.changes, cell: (row) => changesOf(row, versions, text.changeCounts) },
          {
            name: 'actions',
            title: common.actions,
            cell: (row) => (
              <div class="row-actions">
                <a href={href(route.path, { tab: 'versions', version: String(row.version) })}>{text.view}</a>
                {row.version !== latest && <a href={href(route.path, { tab: 'versions', version: String(latest), against: String(row.version) })}>{text.compareWithNow}</a>}
                {onRestore && row.version !== latest && <Button kind="quiet" size="small" label={text.restoreOf(row.version)} onClick={() => onRestore(row)}>{text.restore}</Button>}
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}

function changesOf(row: GroupVersion, versions: GroupVersion[], counts: (added: number, removed: number, changed: number, inner: boolean) => string): string {
  const before = versions.find((version) => version.version === row.version - 1);
  if (before === undefined) return '—';
  const { added, removed, changed } = compare(before.rules, row.rules);
  return counts(added.length, removed.length, changed.length, before.innerAccessPolicy !== row.innerAccessPolicy);
}

function Compared({ versions, route, nameOf }: Shown & { nameOf: (id: string) => string }) {
  const text = useTexts(groupTexts);
  const change = useFragment(route);
  const find = (name: string) => versions.find((version) => String(version.version) === route.params.get(name));
  const after = find('version') ?? versions[0];
  const before = find('against');
  const choices = versions.map((version) => ({ value: String(version.version), text: String(version.version) }));
  if (versions.length < 2 || after === undefined) return null;
  return (
    <Section title={text.compare}>
      <div class="row compared">
        <SelectField label={text.from} value={before === undefined ? '' : String(before.version)} onChange={(against) => change({ against, version: String(after.version) })} choices={choices} empty={text.choose} />
        <SelectField label={text.to} value={String(after.version)} onChange={(version) => change({ version })} choices={choices} />
      </div>
      {before !== undefined && <Difference before={before} after={after} nameOf={nameOf} />}
    </Section>
  );
}

function One({ versions, route, id, nameOf }: Shown & { id: string; nameOf: (id: string) => string }) {
  const text = useTexts(groupTexts);
  const wanted = route.params.get('version');
  const version = versions.find((each) => String(each.version) === wanted);
  if (wanted === null || route.params.has('against')) return null;
  if (version === undefined) return <Notice kind="warning">{text.noSuchVersion(wanted)}</Notice>;
  return (
    <>
      {(['ingress', 'egress'] as const).map((direction) => (
        <Section key={direction} title={`${text.versionOf(version.version)}: ${text.directions[direction]}`}>
          <RuleTable group={{ ...version, id }} direction={direction} nameOf={nameOf} entriesOf={() => undefined} />
        </Section>
      ))}
    </>
  );
}
