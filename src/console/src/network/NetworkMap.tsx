import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import { useApi } from '../app/session';
import { useAsked } from '../ui/asked';
import { Button, ButtonLink } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { Empty } from '../ui/Notice';
import { Section } from '../ui/Page';
import { layOut, type MapVpc, type MapVSwitch } from './mapLayout';
import type { TabProperties } from './tab';
import type { Eni } from './resources';
import { networkTexts } from './texts';
import type { Network } from './useNetwork';

const most = 2000;
const step = 24;

/** The network as boxes in boxes. */
export function NetworkMap({ network }: TabProperties) {
  const api = useApi();
  const text = useTexts(networkTexts);
  // Each round opens or closes all of them anew, whatever was opened by hand.
  const [all, setAll] = useState<{ open?: boolean; round: number }>({ round: 0 });
  const asked = useAsked((signal) => api.all<Eni>('enis', {}, signal, most), [api]);
  const actions = <><Button size="small" onClick={() => setAll({ open: true, round: all.round + 1 })}>{text.openAll}</Button><Button size="small" onClick={() => setAll({ open: false, round: all.round + 1 })}>{text.closeAll}</Button></>;
  return (
    <Section title={text.tabs.map} actions={network.vpcs.length > 0 && actions}>
      {network.loaded && network.vpcs.length === 0 && <Empty action={<ButtonLink kind="primary" href={href(['network', 'vpcs'])}>{text.createKind('VPC')}</ButtonLink>}>{text.empty.vpcs}</Empty>}
      <Loaded asked={network.loaded ? asked : { ...asked, value: undefined }}>
        {(enis) => (
          <div class="map">
            {enis.length >= most && <p class="hint">{text.mapCut(enis.length)}</p>}
            {layOut(network.vpcs, network.vswitches, enis).map((vpc, _, vpcs) => <VpcBox key={`${vpc.vpc.id} ${all.round}`} of={vpc} network={network} open={all.open ?? vpcs.length <= 8} />)}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function VpcBox({ of: { vpc, vswitches, enis }, network, open }: { of: MapVpc; network: Network; open: boolean }) {
  const text = useTexts(networkTexts);
  const groups = network.groups.filter((group) => group.vpcId === vpc.id);
  return (
    <details class="map-vpc" open={open}>
      <summary><b>VPC {vpc.name}</b> <span class="mono">{vpc.cidrBlock}{vpc.ipv6CidrBlock && ` · ${vpc.ipv6CidrBlock}`}</span> <span class="faint">{text.vswitchesOf(vswitches.length)}, {text.enisOf(enis)}, {text.groupsOf(groups.length)}</span></summary>
      {vswitches.length === 0 && <p class="hint">{text.noVSwitches} <a href={href(['network', 'vswitches'], { vpcId: vpc.id })}>{text.tabs.vswitches}</a></p>}
      <div class="map-vswitches">{vswitches.map((each) => <VSwitchBox key={each.vswitch.id} of={each} network={network} open={open} />)}</div>
    </details>
  );
}

function VSwitchBox({ of: { vswitch, enis }, network, open }: { of: MapVSwitch; network: Network; open: boolean }) {
  const text = useTexts(networkTexts);
  const [shown, setShown] = useState(step);
  return (
    <details class="map-vswitch" open={open}>
      <summary><b>{text.kinds.vswitch} {vswitch.name}</b> <span class="mono">{vswitch.cidrBlock}</span> <span class="faint">{text.enisOf(enis.length)}</span></summary>
      {enis.length === 0 && <p class="hint">{text.noEnis} <a href={href(['network', 'enis'], { vswitchId: vswitch.id })}>{text.tabs.enis}</a></p>}
      <ul class="map-enis">{enis.slice(0, shown).map((eni) => <EniBox key={eni.id} eni={eni} network={network} />)}</ul>
      {enis.length > shown && <Button size="small" onClick={() => setShown(shown + step * 5)}>{text.showMore(Math.min(step * 5, enis.length - shown))}</Button>}
    </details>
  );
}

function EniBox({ eni, network }: { eni: Eni; network: Network }) {
  return (
    <li class="map-eni">
      <a href={href(['network', 'enis'], { eni: eni.id })}><b>{eni.name || eni.id}</b></a>
      <span class="mono">{eni.privateIpAddresses[0]}{eni.privateIpAddresses.length > 1 && ` +${eni.privateIpAddresses.length - 1}`}</span>
      <span class="map-groups">{eni.securityGroupIds.map((id) => <a key={id} class="badge info" href={href(['network', 'securitygroups', id])}>{network.nameOf(id) || id}</a>)}</span>
    </li>
  );
}
