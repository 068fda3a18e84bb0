import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useAsked } from '../ui/asked';
import { Dialog } from '../ui/Dialog';
import { useFormat } from '../ui/format';
import { Loaded } from '../ui/Loaded';
import { Notice } from '../ui/Notice';
import { Facts } from '../ui/Page';
import { CaptureFiles } from './CaptureFiles';
import { Blocks, FlowLinks } from './cells';
import { eniTexts } from './eniTexts';
import { Ref } from './Ref';
import type { Eni } from './resources';
import { SourceFacts } from './SourceFacts';
import { networkTexts } from './texts';
import type { Network } from './useNetwork';

/** All about one ENI, beside the list. */
export function EniDetail({ id, network, onClose }: { id: string; network: Network; onClose: () => void }) {
  const api = useApi();
  const text = useTexts(eniTexts);
  const asked = useAsked((signal) => api.get<Eni>(at`enis/${id}`, undefined, signal), [api, id]);
  return (
    <Dialog side wide title={`ENI ${asked.value?.name ?? ''}`} onClose={onClose}>
      <Loaded asked={asked}>
        {(eni) => (
          <>
            {(eni.captureDamage?.length ?? 0) > 0 && <Notice kind="warning"><p>{text.damage}</p><ul>{eni.captureDamage?.map((line) => <li key={line}>{line}</li>)}</ul></Notice>}
            <EniFacts eni={eni} network={network} />
            <div class="row"><FlowLinks network={network} place={{ vpcId: eni.vpcId, vswitchId: eni.vswitchId, eniId: eni.id }} query={`eni-id: ${eni.id}`} type="ENI" id={eni.id} /></div>
            {eni.trafficSource.type === 'pcap' ? <CaptureFiles eniId={eni.id} onChanged={asked.reload} /> : <p class="hint">{text.sourceHints[eni.trafficSource.type]}</p>}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function EniFacts({ eni, network }: { eni: Eni; network: Network }) {
  const common = useTexts(networkTexts);
  const text = useTexts(eniTexts);
  const format = useFormat();
  return (
    <Facts
      facts={[
        ['ID', <span class="mono">{eni.id}</span>],
        [common.description, eni.description || '—'],
        ['VPC', <Ref id={eni.vpcId} name={network.nameOf(eni.vpcId)} />],
        [common.kinds.vswitch, <Ref id={eni.vswitchId} name={network.nameOf(eni.vswitchId)} />],
        [common.tabs.securitygroups, eni.securityGroupIds.map((id) => <div key={id}><Ref id={id} name={network.nameOf(id)} /></div>)],
        [text.privateIps, <Blocks blocks={eni.privateIpAddresses} />],
        [text.ipv6s, (eni.ipv6Addresses ?? []).length === 0 ? '—' : <Blocks blocks={eni.ipv6Addresses ?? []} />],
        [text.instance, eni.instanceId ? <span class="mono">{eni.instanceId}</span> : '—'],
        [text.mac, eni.macAddress ? <span class="mono">{eni.macAddress}</span> : '—'],
        [text.source, <SourceFacts source={eni.trafficSource} />],
        [common.created, format.time(eni.createdAt)],
      ]}
    />
  );
}
