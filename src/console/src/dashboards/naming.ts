import type { Format } from '../ui/format';
import { hasPorts, portText, protocolText } from '../ui/services';
import type { Cell, Measure } from './data';
import type { DashTexts } from './texts';

const rateUnits = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'];

/** Names and numbers as charts show them. */
export class Naming {
  constructor(
    readonly text: DashTexts,
    readonly format: Format,
    /** Names of ENIs, VPCs and instances by id. */
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  /** A value of a field: `443 https`, `TCP`, `web-1 (eni-…)`. */
  cell(field: string, value: Cell): string {
    if (value === null || value === '-') return this.text.none;
    if (field === 'action') return this.text.actions[value] ?? String(value);
    if (field === 'direction') return this.text.directions[value] ?? String(value);
    if (field === 'protocol') return protocolText(Number(value));
    if (field === 'dstport' || field === 'srcport') return portText(Number(value));
    if (field === 'rule-id') return this.text.ruleDefaults[value] ?? String(value);
    return String(value);
  }

  /** What a row is about, in one line. */
  row(fields: string[], keys: Cell[]): string {
    if (fields.length === 2 && fields[0] === 'protocol' && fields[1] === 'dstport') {
      const protocol = Number(keys[0]);
      return hasPorts(protocol) ? `${portText(Number(keys[1]))} · ${protocolText(protocol)}` : protocolText(protocol);
    }
    return fields.map((field, index) => this.short(field, keys[index] ?? null)).join(', ');
  }

  /** The name where there is one, else the value. */
  short(field: string, value: Cell): string {
    return (value === null ? undefined : this.names.get(String(value))) ?? this.cell(field, value);
  }

  nameOf(id: Cell): string | undefined {
    return id === null ? undefined : this.names.get(String(id));
  }

  value(measure: string, value: number): string {
    if (/bytes$/i.test(measure)) return this.format.bytes(value);
    return measure === 'share' ? this.share(value) : this.format.count(value);
  }

  /** What is little is not nothing. */
  share(value: number): string {
    return value > 0 && value < 0.001 ? `< ${this.format.part(0.001)}` : this.format.part(value);
  }

  /** As short as an axis needs it. */
  axis(measure: Measure, value: number, rate = false): string {
    if (rate) return this.rate(measure, value);
    return measure === 'bytes' ? this.format.bytes(value) : this.format.short(value);
  }

  rate(measure: Measure, value: number): string {
    if (measure !== 'bytes') return `${value >= 1000 ? this.format.short(value) : this.format.count(value)}${this.text.perSecond}`;
    let unit = 0;
    let rest = value;
    while (rest >= 999.5 && unit < rateUnits.length - 1) {
      rest /= 1000;
      unit++;
    }
    return `${this.format.count(Number(rest.toPrecision(3)))} ${rateUnits[unit]}`;
  }

  point(measure: Measure, value: number | null, rate: boolean): string {
    if (value === null) return this.text.notKnown;
    return rate ? this.rate(measure, value) : this.value(measure, value);
  }
}
