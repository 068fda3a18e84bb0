import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../ui/palette';
import { numberAt, type Cell, type ChartData, type Measure } from './data';
import { lookAt } from '../ui/looks';
import type { Naming } from './naming';

export type Node = { name: string; depth: 0 | 1; address: Cell };
export type Link = { source: string; target: string; value: number };

/** Sources left and destinations right. An address that is both has two nodes, so there are no cycles; rows of the same pair are one link. */
export function sankeyOf(data: ChartData, measure: Measure): { nodes: Node[]; links: Link[] } {
  const [from, to] = [data.columns.indexOf('srcaddr'), data.columns.indexOf('dstaddr')];
  const nodes = new Map<string, Node>();
  const links = new Map<string, Link>();
  for (const row of data.rows) {
    const value = numberAt(data, row, measure) ?? 0;
    if (value <= 0) continue;
    const [source, target] = [`s:${row[from]}`, `d:${row[to]}`];
    if (!nodes.has(source)) nodes.set(source, { name: source, depth: 0, address: row[from] ?? null });
    if (!nodes.has(target)) nodes.set(target, { name: target, depth: 1, address: row[to] ?? null });
    const link = links.get(`${source} ${target}`);
    if (link === undefined) links.set(`${source} ${target}`, { source, target, value });
    else link.value += value;
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

export function sankeyHeight({ nodes }: { nodes: Node[] }): number {
  const sources = nodes.filter((node) => node.depth === 0).length;
  return 40 + Math.max(4, sources, nodes.length - sources) * 30;
}

export function sankeyOption(palette: Palette, { nodes, links }: ReturnType<typeof sankeyOf>, measure: Measure, naming: Naming, narrow: boolean): EChartsCoreOption {
  const room = narrow ? 104 : 200;
  const address = new Map(nodes.map((node) => [node.name, naming.cell('srcaddr', node.address)]));
  const label = { color: palette.text, width: room - 8, overflow: 'truncate', formatter: ({ name }: { name: string }) => address.get(name) ?? name };
  type Point = { dataType: string; name: string; value: number; data: { source: string; target: string } };
  return {
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text },
      formatter: (point: Point) => `${point.dataType === 'edge' ? `${address.get(point.data.source)} → ${address.get(point.data.target)}` : address.get(point.name)}\n${naming.value(measure, point.value)}`,
    },
    series: [
      {
        type: 'sankey',
        left: room,
        right: room,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 16,
        draggable: false,
        layoutIterations: 16,
        lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
        emphasis: { focus: 'adjacency' },
        data: nodes.map((node, index) => ({ name: node.name, depth: node.depth, itemStyle: { color: node.depth === 0 ? lookAt(palette, index).color : palette.faint }, label: { ...label, position: node.depth === 0 ? 'left' : 'right' } })),
        links,
      },
    ],
  };
}
