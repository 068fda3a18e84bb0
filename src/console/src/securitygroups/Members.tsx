import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { Blocks } from '../network/cells';
import { eniTexts } from '../network/eniTexts';
import { Ref } from '../network/Ref';
import type { Eni } from '../network/resources';
import { networkTexts } from '../network/texts';
import { More } from '../ui/More';
import { Empty, Loading, ProblemNotice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { usePaged } from '../ui/paged';
import { Table } from '../ui/Table';
import { groupTexts } from './texts';

/** The ENIs whose traffic the group judges. */
export function Members({ id }: { id: string }) {
  const text = useTexts(groupTexts);
  const common = useTexts(networkTexts);
  const eni = useTexts(eniTexts);
  const paged = usePaged<Eni>('enis', { securityGroupId: id });
  return (
    <Section title={common.members} actions={<a href={href(['network', 'enis'], { securityGroupId: id })}>{text.inList}</a>}>
      <ProblemNotice problem={paged.problem} retry={paged.reload} />
      {paged.items === undefined ? paged.loading && <Loading /> : (
        <Table
          caption={common.members}
          rows={paged.items}
          keyOf={(row) => row.id}
          empty={<Empty>{text.noMembers}</Empty>}
          columns={[
            { name: 'name', title: common.name, cell: (row) => <Ref id={row.id} name={row.name} /> },
            { name: 'addresses', title: eni.addresses, cell: (row) => <Blocks blocks={[...row.privateIpAddresses, ...(row.ipv6Addresses ?? [])]} /> },
            { name: 'vswitch', title: common.kinds.vswitch, minor: true, cell: (row) => <Ref id={row.vswitchId} /> },
            { name: 'instance', title: eni.instance, minor: true, cell: (row) => row.instanceId ?? '—' },
            { name: 'others', title: text.otherGroups, cell: (row) => row.securityGroupIds.filter((other) => other !== id).map((other) => <div key={other}><Ref id={other} /></div>) },
          ]}
        />
      )}
      <More paged={paged} />
    </Section>
  );
}
